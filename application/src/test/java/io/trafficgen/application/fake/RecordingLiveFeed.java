package io.trafficgen.application.fake;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.LiveSubscription;
import io.trafficgen.domain.visit.LiveEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Writes down what was published; nobody can watch it. */
public final class RecordingLiveFeed implements LiveFeed {
  private final List<LiveEvent> events = new CopyOnWriteArrayList<>();

  public List<LiveEvent> events() {
    return List.copyOf(events);
  }

  @Override
  public void publish(LiveEvent event) {
    events.add(event);
  }

  @Override
  public LiveSubscription subscribe(Predicate<LiveEvent> wanted, Optional<String> since) {
    throw new UnsupportedOperationException("read events() instead");
  }
}
