package io.trafficgen.web.live;

import io.trafficgen.application.port.LiveSubscription.Numbered;
import io.trafficgen.domain.visit.LiveEvent;
import io.trafficgen.web.Json;
import io.trafficgen.web.shape.HitJson;
import io.trafficgen.web.shape.StopJson;
import io.trafficgen.web.shape.VisitJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Events of one feed as they are sent: each is encoded once, however many readers it has. */
final class EncodedEvents {
  /** More than one batch of the readers who keep up. */
  private static final int KEPT = 1 << 12;

  private final AtomicReferenceArray<Optional<Message>> kept = new AtomicReferenceArray<>(KEPT);

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Message(long sequence, byte[] bytes) {}

  EncodedEvents() {
    for (int i = 0; i < KEPT; i++) {
      kept.setPlain(i, Optional.empty());
    }
  }

  /** The message of an event, its empty line included; not to be changed. */
  byte[] of(Numbered event) {
    int slot = (int) (event.sequence() & (KEPT - 1));
    Optional<Message> known = kept.get(slot);
    if (known.isPresent() && known.get().sequence() == event.sequence()) {
      return known.get().bytes();
    }
    byte[] bytes = encode(event);
    kept.set(slot, Optional.of(new Message(event.sequence(), bytes)));
    return bytes;
  }

  private static byte[] encode(Numbered numbered) {
    String text = "id: " + numbered.id() + "\ndata: " + Json.text(shape(numbered.event())) + "\n\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Object shape(LiveEvent event) {
    return switch (event) {
      case LiveEvent.PageHit hit -> HitJson.of(hit.hit());
      case LiveEvent.VisitEnded ended -> VisitJson.of(ended.visit(), ended.charged());
      case LiveEvent.ProjectStopped stopped ->
          StopJson.of(Optional.of(stopped.project().value()), stopped.reason());
    };
  }
}
