package io.trafficgen.application.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Time that moves when it is told to, and the timers that ring as it does; for one thread. */
public final class SteppedTime extends AbstractExecutorService
    implements ScheduledExecutorService, InstantSource {
  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparing((Alarm alarm) -> alarm.at));
  private Instant now;

  public SteppedTime(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves on, and rings every alarm on the way, in order. */
  public void advance(Duration time) {
    Instant end = now.plus(time);
    while (!alarms.isEmpty() && !alarms.peek().at.isAfter(end)) {
      Alarm next = alarms.remove();
      now = next.at.isAfter(now) ? next.at : now;
      next.run();
    }
    now = end;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    Alarm alarm = new Alarm(command, now.plus(Duration.of(delay, unit.toChronoUnit())));
    alarms.add(alarm);
    return alarm;
  }

  @Override
  public void execute(Runnable command) {
    command.run();
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("nobody asks for values later");
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable command, long initialDelay, long period, TimeUnit unit) {
    throw new UnsupportedOperationException("repeating is for schedules, not for timers");
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("repeating is for schedules, not for timers");
  }

  @Override
  public void shutdown() {
    alarms.clear();
  }

  @Override
  public List<Runnable> shutdownNow() {
    List<Runnable> left = new ArrayList<>(alarms);
    alarms.clear();
    return left;
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }

  private final class Alarm extends FutureTask<Void> implements ScheduledFuture<Void> {
    private final Instant at;

    Alarm(Runnable command, Instant at) {
      super(command, null);
      this.at = at;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(Duration.between(now, at));
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
