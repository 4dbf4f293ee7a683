package io.trafficgen.engine.worker;

import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.engine.BotIdentity;
import io.trafficgen.engine.EngineBounds;
import io.trafficgen.engine.EngineSettings;
import io.trafficgen.engine.signature.RequestSigner;
import io.trafficgen.engine.signature.SigningKey;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The first frame that a worker gets: what all its loads share. */
final class SettingsFrame {
  private static final Base64.Encoder SECRETS = Base64.getEncoder();

  private SettingsFrame() {}

  static void write(DataOutputStream out, EngineSettings settings) throws IOException {
    out.writeUTF(settings.identity().version());
    Fields.writeUri(out, settings.identity().baseUrl());
    Fields.writeOptional(
        out,
        settings.identity().signer(),
        (frame, signer) -> frame.writeUTF(SECRETS.encodeToString(signer.key().seed())));
    out.writeUTF(settings.policy().allowed().toString());
    Fields.writeList(out, List.copyOf(settings.policy().denied()), SettingsFrame::writeAddress);
    EngineBounds bounds = settings.bounds();
    Fields.writeDuration(out, bounds.connectTimeout());
    out.writeInt(bounds.maxResponseBytes());
    out.writeInt(bounds.maxPageBytes());
    out.writeInt(bounds.maxRequests());
    out.writeInt(bounds.maxWindows());
    out.writeInt(bounds.maxFrameDepth());
    out.writeInt(bounds.maxRedirects());
    out.writeInt(bounds.refreshLimit());
    Fields.writeDuration(out, bounds.scriptTime());
    Fields.writeDuration(out, bounds.settleTime());
    out.writeInt(bounds.maxOpenTags());
  }

  /**
   * @param signers makes the signer of a key, with the worker's own clock and chance
   */
  static EngineSettings read(DataInputStream in, Function<SigningKey, RequestSigner> signers)
      throws IOException {
    BotIdentity identity =
        new BotIdentity(
            in.readUTF(),
            Fields.readUri(in),
            Fields.readOptional(in, from -> from.readUTF())
                .map(seed -> Base64.getDecoder().decode(seed))
                .map(SigningKey::ofSeed)
                .map(signers));
    AllowedHosts allowed = AllowedHosts.parse(in.readUTF());
    Set<InetAddress> denied = Set.copyOf(Fields.readList(in, SettingsFrame::readAddress));
    EngineBounds bounds =
        new EngineBounds(
            Fields.readDuration(in),
            in.readInt(),
            in.readInt(),
            in.readInt(),
            in.readInt(),
            in.readInt(),
            in.readInt(),
            in.readInt(),
            Fields.readDuration(in),
            Fields.readDuration(in),
            in.readInt());
    return new EngineSettings(identity, new EgressPolicy(allowed, denied), bounds);
  }

  private static void writeAddress(DataOutputStream out, InetAddress address) throws IOException {
    byte[] bytes = address.getAddress();
    out.writeByte(bytes.length);
    out.write(bytes);
  }

  private static InetAddress readAddress(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readByte()];
    in.readFully(bytes);
    return InetAddress.getByAddress(bytes);
  }
}
