package io.trafficgen.web.live;

import io.trafficgen.application.port.LiveSubscription.Batch;
import io.trafficgen.application.port.LiveSubscription.Numbered;
import io.trafficgen.domain.visit.LiveEvent;
import io.trafficgen.web.Json;
import io.trafficgen.web.shape.HitJson;
import io.trafficgen.web.shape.LagJson;
import io.trafficgen.web.shape.StopJson;
import io.trafficgen.web.shape.VisitJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes one event stream; a batch leaves in one write. */
final class EventWriter {
  private final OutputStream out;
  private final HttpServletResponse response;

  private EventWriter(OutputStream out, HttpServletResponse response) {
    this.out = out;
    this.response = response;
  }

  /** Sends the head and a first comment, so that the reader sees the stream open. */
  static EventWriter open(HttpServletResponse response) throws IOException {
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("X-Accel-Buffering", "no");
    EventWriter writer = new EventWriter(response.getOutputStream(), response);
    writer.send(": open\n\n");
    return writer;
  }

  /** An empty batch is a heartbeat. */
  void write(Batch batch) throws IOException {
    StringBuilder text = new StringBuilder();
    if (batch.dropped() > 0) {
      append(text, Json.text(LagJson.of(batch.dropped())));
    }
    for (Numbered numbered : batch.events()) {
      text.append("id: ").append(numbered.id()).append('\n');
      append(text, Json.text(shape(numbered.event())));
    }
    send(text.isEmpty() ? ": beat\n\n" : text.toString());
  }

  /** The last event of a stream that the server ends. */
  void writeStop(String reason) throws IOException {
    StringBuilder text = new StringBuilder();
    append(text, Json.text(StopJson.of(Optional.empty(), reason)));
    send(text.toString());
  }

  private static Object shape(LiveEvent event) {
    return switch (event) {
      case LiveEvent.PageHit hit -> HitJson.of(hit.hit());
      case LiveEvent.VisitEnded ended -> VisitJson.of(ended.visit(), ended.charged());
      case LiveEvent.ProjectStopped stopped ->
          StopJson.of(Optional.of(stopped.project().value()), stopped.reason());
    };
  }

  private static void append(StringBuilder text, String json) {
    text.append("data: ").append(json).append("\n\n");
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
  }
}
