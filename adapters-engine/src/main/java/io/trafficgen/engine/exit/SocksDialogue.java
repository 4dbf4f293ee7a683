package io.trafficgen.engine.exit;

import io.trafficgen.domain.exit.ProxyAddress.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** SOCKS version 5 (RFC 1928) with user and password (RFC 1929); always by address. */
record SocksDialogue(Optional<Credentials> credentials) implements ProxyDialogue {
  private static final int VERSION = 5;
  private static final int NO_AUTHENTICATION = 0;
  private static final int PASSWORD = 2;
  private static final int PASSWORD_VERSION = 1;
  private static final int CONNECT = 1;
  private static final int IP_V4 = 1;
  private static final int NAME = 3;
  private static final int IP_V6 = 4;

  @Override
  public void greet(InputStream in, OutputStream out) throws IOException {
    int method = credentials.isPresent() ? PASSWORD : NO_AUTHENTICATION;
    out.write(new byte[] {VERSION, 1, (byte) method});
    out.flush();
    DataInputStream answer = new DataInputStream(in);
    if (answer.readUnsignedByte() != VERSION) {
      throw new NoExitException("the proxy does not speak SOCKS 5");
    }
    if (answer.readUnsignedByte() != method) {
      throw new NoExitException(
          credentials.isPresent()
              ? "the proxy takes no user and password"
              : "the proxy wants credentials");
    }
    if (credentials.isPresent()) {
      authenticate(credentials.get(), answer, out);
    }
  }

  private static void authenticate(Credentials who, DataInputStream in, OutputStream out)
      throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(PASSWORD_VERSION);
    for (String part : new String[] {who.user(), who.password()}) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      message.write(bytes.length);
      message.writeBytes(bytes);
    }
    message.writeTo(out);
    out.flush();
    in.readUnsignedByte();
    if (in.readUnsignedByte() != 0) {
      throw new NoExitException("the proxy refuses our credentials");
    }
  }

  @Override
  public void open(InetSocketAddress target, InputStream in, OutputStream out) throws IOException {
    greet(in, out);
    byte[] address = target.getAddress().getAddress();
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write(VERSION);
    request.write(CONNECT);
    request.write(0);
    request.write(address.length == 4 ? IP_V4 : IP_V6);
    request.writeBytes(address);
    request.write(target.getPort() >> 8);
    request.write(target.getPort());
    request.writeTo(out);
    out.flush();
    DataInputStream answer = new DataInputStream(in);
    if (answer.readUnsignedByte() != VERSION) {
      throw new NoExitException("the proxy does not speak SOCKS 5");
    }
    int reply = answer.readUnsignedByte();
    if (reply != 0) {
      throw refused(reply);
    }
    answer.readUnsignedByte();
    int length =
        switch (answer.readUnsignedByte()) {
          case IP_V4 -> 4;
          case IP_V6 -> 16;
          case NAME -> answer.readUnsignedByte();
          default -> throw new NoExitException("the proxy answers outside RFC 1928");
        };
    answer.readFully(new byte[length + 2]);
  }

  /** RFC 1928, section 6: some replies are about the site, the others about the proxy. */
  private static IOException refused(int reply) {
    return switch (reply) {
      case 3, 4 -> new ConnectException("no route, says the proxy");
      case 5 -> new ConnectException("connection refused, says the proxy");
      case 6 -> new ConnectException("no way that ends in time, says the proxy");
      case 8 -> {
        ConnectException other = new ConnectException("no such kind of address");
        other.initCause(new NoExitException("the proxy knows no such kind of address"));
        yield other;
      }
      default -> new NoExitException("the proxy answered CONNECT with " + reply);
    };
  }
}
