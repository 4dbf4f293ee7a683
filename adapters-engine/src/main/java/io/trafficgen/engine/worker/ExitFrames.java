package io.trafficgen.engine.worker;

import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.exit.ProxyAddress;
import io.trafficgen.domain.exit.ProxyAddress.Credentials;
import io.trafficgen.domain.settings.Country;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** An exit on its way to a worker: by pipe, where no other process reads its credentials. */
final class ExitFrames {
  private ExitFrames() {}

  static void write(DataOutputStream out, Exit exit) throws IOException {
    out.writeUTF(exit.id());
    Fields.writeOptional(out, exit.country(), (to, country) -> to.writeUTF(country.code()));
    Fields.writeOptional(out, exit.region(), DataOutputStream::writeUTF);
    Fields.writeOptional(out, exit.proxy(), ExitFrames::writeProxy);
    Fields.writeOptional(out, exit.publicIp(), DataOutputStream::writeUTF);
    out.writeInt(exit.maxConcurrent());
  }

  static Exit read(DataInputStream in) throws IOException {
    return new Exit(
        in.readUTF(),
        Fields.readOptional(in, from -> new Country(from.readUTF())),
        Fields.readOptional(in, from -> from.readUTF()),
        Fields.readOptional(in, ExitFrames::readProxy),
        Fields.readOptional(in, from -> from.readUTF()),
        in.readInt());
  }

  private static void writeProxy(DataOutputStream out, ProxyAddress proxy) throws IOException {
    out.writeUTF(proxy.kind().name());
    out.writeUTF(proxy.host());
    out.writeInt(proxy.port());
    Fields.writeOptional(
        out,
        proxy.credentials(),
        (to, who) -> {
          to.writeUTF(who.user());
          to.writeUTF(who.password());
        });
  }

  private static ProxyAddress readProxy(DataInputStream in) throws IOException {
    return new ProxyAddress(
        ProxyAddress.Kind.valueOf(in.readUTF()),
        in.readUTF(),
        in.readInt(),
        Fields.readOptional(in, from -> new Credentials(from.readUTF(), from.readUTF())));
  }
}
