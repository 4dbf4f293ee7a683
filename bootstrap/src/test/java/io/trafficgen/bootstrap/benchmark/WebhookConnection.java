package io.trafficgen.bootstrap.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.trafficgen.bootstrap.journey.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One connection that is kept, and just enough HTTP/1.1 to cost next to nothing. */
final class WebhookConnection implements AutoCloseable {
  private static final String OK = "HTTP/1.1 200 ";
  private static final String LENGTH = "\r\ncontent-length: ";
  private static final String END = "\r\n\r\n";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String host;
  private final Mac mac;
  private final byte[] buffer = new byte[8192];

  WebhookConnection(URI server) throws IOException {
    this.host = server.getAuthority();
    this.socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    byte[] key =
        Base64.getDecoder().decode(ServerProcess.WEBHOOK_SECRET.substring("whsec_".length()));
    try {
      this.mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs as Standard Webhooks 1.0.0 says, sends, and waits for the 200. */
  void deliver(String id, String body) throws IOException {
    String time = Long.toString(Instant.now().getEpochSecond());
    byte[] signature = mac.doFinal((id + "." + time + "." + body).getBytes(UTF_8));
    String request =
        "POST /api/webhooks/payment_provider HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\nwebhook-id: "
            + id
            + "\r\nwebhook-timestamp: "
            + time
            + "\r\nwebhook-signature: v1,"
            + Base64.getEncoder().encodeToString(signature)
            + END
            + body;
    out.write(request.getBytes(ISO_8859_1));
    answer();
  }

  private void answer() throws IOException {
    int read = 0;
    int wanted = Integer.MAX_VALUE;
    String head = "";
    while (read < wanted) {
      int more = in.read(buffer, read, buffer.length - read);
      if (more < 0) {
        throw new IOException("the server hung up after: " + head);
      }
      read += more;
      if (wanted == Integer.MAX_VALUE) {
        head = new String(buffer, 0, read, ISO_8859_1);
        int end = head.indexOf(END);
        wanted = end < 0 ? wanted : end + END.length() + length(head);
      }
    }
    if (!head.startsWith(OK)) {
      throw new IOException("refused: " + head);
    }
  }

  private static int length(String head) throws IOException {
    int name = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (name < 0) {
      throw new IOException("no length in: " + head);
    }
    int start = name + LENGTH.length();
    return Integer.parseInt(head.substring(start, head.indexOf('\r', start)));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
