package io.trafficgen.domain.settings;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * {@code qa.notify}: who is told what.
 *
 * @param url where events are posted to; empty for nowhere
 * @param events all of them where none were chosen
 */
public record Notices(Optional<URI> url, Set<NoticeEvent> events) {
  public Notices {
    Objects.requireNonNull(url, "url");
    events = Set.copyOf(events);
  }

  static Notices read(FieldReader notify) {
    return new Notices(
        notify.find("url", WebUrl::parse),
        notify.read("events", NoticeEvents.ALL, NoticeEvents::parse));
  }
}
