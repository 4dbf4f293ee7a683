package io.trafficgen.application.fake;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.LiveSubscription;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@link LiveFeed} in memory; all that was published can be read back. */
public final class RecordingLiveFeed implements LiveFeed {
  private final List<LiveEvent> events = new ArrayList<>();

  public synchronized List<LiveEvent> events() {
    return List.copyOf(events);
  }

  @Override
  public synchronized void publish(LiveEvent event) {
    events.add(event);
    notifyAll();
  }

  @Override
  public synchronized LiveSubscription subscribe(
      Predicate<LiveEvent> wanted, Optional<String> since) {
    return new Watcher(wanted, since.map(Integer::parseInt).orElse(events.size()));
  }

  /** Reads on from its place in the list; ids are places, counted from 1. */
  private final class Watcher implements LiveSubscription {
    private final Predicate<LiveEvent> wanted;
    private int read;
    private boolean closed;

    Watcher(Predicate<LiveEvent> wanted, int read) {
      this.wanted = wanted;
      this.read = read;
    }

    @Override
    public Batch take(Duration timeout) throws InterruptedException {
      synchronized (RecordingLiveFeed.this) {
        List<Numbered> batch = unread();
        if (batch.isEmpty() && !closed && timeout.isPositive()) {
          RecordingLiveFeed.this.wait(timeout.toMillis());
          batch = unread();
        }
        return new Batch(batch, 0);
      }
    }

    @Override
    public void close() {
      synchronized (RecordingLiveFeed.this) {
        closed = true;
        RecordingLiveFeed.this.notifyAll();
      }
    }

    private List<Numbered> unread() {
      List<Numbered> batch = new ArrayList<>();
      while (!closed && read < events.size()) {
        LiveEvent event = events.get(read++);
        if (wanted.test(event)) {
          batch.add(new Numbered(Integer.toString(read), event));
        }
      }
      return batch;
    }
  }
}
