package io.trafficgen.web.live;

import io.trafficgen.application.port.LiveSubscription.Batch;
import io.trafficgen.application.port.LiveSubscription.Numbered;
import io.trafficgen.web.Json;
import io.trafficgen.web.shape.LagJson;
import io.trafficgen.web.shape.StopJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes one event stream; a batch leaves in one write. */
final class EventWriter {
  private static final byte[] BEAT = bytes(": beat\n\n");

  /** A batch of large events leaves in several writes, so that no reader holds much memory. */
  private static final int MOST_BYTES = 64 << 10;

  private final OutputStream out;
  private final HttpServletResponse response;
  private final EncodedEvents encoded;
  private final ByteArrayOutputStream due = new ByteArrayOutputStream();

  private EventWriter(OutputStream out, HttpServletResponse response, EncodedEvents encoded) {
    this.out = out;
    this.response = response;
    this.encoded = encoded;
  }

  /** Sends the head and a first comment, so that the reader sees the stream open. */
  static EventWriter open(HttpServletResponse response, EncodedEvents encoded) throws IOException {
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("X-Accel-Buffering", "no");
    EventWriter writer = new EventWriter(response.getOutputStream(), response, encoded);
    writer.due.writeBytes(bytes(": open\n\n"));
    writer.send();
    return writer;
  }

  /** An empty batch is a heartbeat. */
  void write(Batch batch) throws IOException {
    if (batch.dropped() > 0) {
      due.writeBytes(message(LagJson.of(batch.dropped())));
    }
    for (Numbered event : batch.events()) {
      due.writeBytes(encoded.of(event));
      if (due.size() > MOST_BYTES) {
        send();
      }
    }
    if (batch.events().isEmpty()) {
      due.writeBytes(BEAT);
    }
    send();
  }

  /** The last event of a stream that the server ends. */
  void writeStop(String reason) throws IOException {
    due.writeBytes(message(StopJson.of(Optional.empty(), reason)));
    send();
  }

  private static byte[] message(Object shape) {
    return bytes("data: " + Json.text(shape) + "\n\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void send() throws IOException {
    if (due.size() > 0) {
      due.writeTo(out);
      due.reset();
      response.flushBuffer();
    }
  }
}
