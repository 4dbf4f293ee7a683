package io.trafficgen.web.shape;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.trafficgen.application.port.InboxEntry;
import java.nio.charset.StandardCharsets;

/**
 * A delivery with its body.
 *
 * @param body read as UTF-8; what is none reads as U+FFFD
 */
public record EventFileJson(@JsonUnwrapped EventJson event, String body) {
  public static EventFileJson of(InboxEntry entry) {
    return new EventFileJson(
        EventJson.of(entry), new String(entry.event().body(), StandardCharsets.UTF_8));
  }
}
