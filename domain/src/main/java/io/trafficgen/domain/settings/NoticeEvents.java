package io.trafficgen.domain.settings;

import io.trafficgen.domain.json.JsonValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code qa.notify.events}: a list of events; an empty one means none. */
final class NoticeEvents {
  static final List<String> EXAMPLES = List.of("[\"stopped\",\"completed\"]", "[]");
  static final Set<NoticeEvent> ALL = Collections.unmodifiableSet(EnumSet.allOf(NoticeEvent.class));

  private static final Choice<NoticeEvent> EVENT = new Choice<>(NoticeEvent.class);

  private NoticeEvents() {}

  static Set<NoticeEvent> parse(JsonValue value) {
    FieldReader list = FieldReader.ofElements(value, EXAMPLES.getFirst());
    Set<NoticeEvent> events = EnumSet.noneOf(NoticeEvent.class);
    list.names().forEach(name -> list.require(name, "\"stopped\"", EVENT).ifPresent(events::add));
    list.finish();
    return events;
  }
}
