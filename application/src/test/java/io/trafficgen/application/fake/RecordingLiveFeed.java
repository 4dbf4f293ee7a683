package io.trafficgen.application.fake;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.LiveSubscription;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      Optional<ProjectId> project, Optional<String> since) {
    return new Watcher(project, since.map(Integer::parseInt).orElse(events.size()));
  }

  /** Reads on from its place in the list; ids are places, counted from 1. */
  private final class Watcher implements LiveSubscription {
    private final Optional<ProjectId> project;
    private int read;
    private boolean closed;

    Watcher(Optional<ProjectId> project, int read) {
      this.project = project;
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
        if (project.isEmpty() || project.get().equals(event.project())) {
          batch.add(new Numbered(read, Integer.toString(read), event));
        }
      }
      return batch;
    }
  }
}
