package io.trafficgen.bootstrap.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trafficgen.bootstrap.journey.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Delivers signed webhooks. */
final class WebhookConnection implements AutoCloseable {
  private final KeptConnection connection;
  private final String host;
  private final Mac mac;

  WebhookConnection(URI server) throws IOException {
    this.host = server.getAuthority();
    this.connection = new KeptConnection(server);
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
            + KeptConnection.END
            + body;
    connection.exchange(request);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
