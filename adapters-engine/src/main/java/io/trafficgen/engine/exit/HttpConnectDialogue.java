package io.trafficgen.engine.exit;

import io.trafficgen.domain.exit.ProxyAddress.Credentials;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CONNECT (RFC 9110, 9.3.6), for plain http too: so the proxy is asked for the address that was
 * checked, and neither sees nor alters a request less than it must.
 */
record HttpConnectDialogue(Optional<Credentials> credentials) implements ProxyDialogue {
  private static final int MAX_HEAD = 16_000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?s:[ \r\n].*)");

  /** 407 by RFC 9110; tinyproxy says 401 to a wrong password. */
  private static final Set<Integer> WRONG_CREDENTIALS = Set.of(401, 407);

  /**
   * A request that names nobody, so that a proxy answers by itself, if only to refuse it (RFC 9110,
   * 9.3.7). With a Host, as HTTP/1.1 wants it, some would connect there.
   */
  @Override
  public void greet(InputStream in, OutputStream out) throws IOException {
    ask("OPTIONS * HTTP/1.0", "", in, out);
  }

  @Override
  public void open(InetSocketAddress target, InputStream in, OutputStream out) throws IOException {
    String authority = authority(target);
    int status = ask("CONNECT " + authority + " HTTP/1.1", "Host: " + authority + "\r\n", in, out);
    if (status / 100 != 2) {
      // it may be the proxy's fault or the site's, and a site is never blamed without proof
      ConnectException failure = new ConnectException("no way to " + authority);
      failure.initCause(new NoExitException("the proxy answered CONNECT with " + status));
      throw failure;
    }
  }

  private int ask(String line, String fields, InputStream in, OutputStream out) throws IOException {
    String who =
        credentials
            .map(HttpConnectDialogue::basic)
            .map(value -> "Proxy-Authorization: Basic " + value + "\r\n")
            .orElse("");
    String request = line + "\r\n" + fields + who + "\r\n";
    out.write(request.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    Matcher head = STATUS.matcher(head(in));
    if (!head.matches()) {
      throw new NoExitException("the proxy does not speak HTTP");
    }
    int status = Integer.parseInt(head.group(1));
    if (WRONG_CREDENTIALS.contains(status)) {
      throw new NoExitException("the proxy refuses our credentials");
    }
    return status;
  }

  private static String basic(Credentials who) {
    String pair = who.user() + ":" + who.password();
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** Byte by byte: what follows the empty line is the site's. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("no whole answer");
      }
      head.append((char) next);
      if (head.length() > MAX_HEAD) {
        throw new NoExitException("the proxy's answer has no end");
      }
    }
    return head.toString();
  }

  private static String authority(InetSocketAddress target) {
    String address = target.getAddress().getHostAddress();
    return (target.getAddress() instanceof Inet6Address ? "[" + address + "]" : address)
        + ":"
        + target.getPort();
  }
}
