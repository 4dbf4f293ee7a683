package io.trafficgen.bootstrap.benchmark;

import io.netty.util.HashedWheelTimer;
import io.trafficgen.bootstrap.ServerTimers;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Begins dwells, and tells their ends. */
interface DwellMaker extends AutoCloseable {
  void begin(int number);

  @Override
  void close();

  /** What dwells. */
  enum Kind {
    VISITS("visits of the server"),
    SERVER("its timers alone"),
    WHEEL("hashed wheel"),
    POOL("scheduled pool");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    @Override
    public String toString() {
      return title;
    }

    /**
     * @param seconds of a dwell in the mean
     */
    DwellMaker open(DwellEnds ends, int seconds) {
      return switch (this) {
        case VISITS -> new DwellingVisits(ends, seconds);
        case SERVER -> of(ServerTimers.open(), ends);
        case WHEEL -> wheel(ends);
        case POOL -> of(Executors.newScheduledThreadPool(2), ends);
      };
    }
  }

  private static DwellMaker of(ScheduledExecutorService timers, DwellEnds ends) {
    return new DwellMaker() {
      @Override
      public void begin(int number) {
        var unused =
            timers.schedule(() -> ends.end(number), ends.begin(number), TimeUnit.NANOSECONDS);
      }

      @Override
      public void close() {
        timers.shutdownNow();
      }
    };
  }

  /** As punctual as the server's timers, and with a turn that is longer than most dwells. */
  private static DwellMaker wheel(DwellEnds ends) {
    HashedWheelTimer timer = new HashedWheelTimer(10, TimeUnit.MILLISECONDS, 4_096);
    timer.start();
    return new DwellMaker() {
      @Override
      public void begin(int number) {
        timer.newTimeout(timeout -> ends.end(number), ends.begin(number), TimeUnit.NANOSECONDS);
      }

      @Override
      public void close() {
        timer.stop();
      }
    };
  }
}
