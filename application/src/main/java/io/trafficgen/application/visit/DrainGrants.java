package io.trafficgen.application.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Ends this node's visits in good order before the process stops. */
public final class DrainGrants {
  /** A load ends in half a minute, unless it waited as long for its place. */
  static final Duration PATIENCE = Duration.ofSeconds(35);

  private final OpenGrants open;
  private final RunGrants beats;
  private final Runnable endLoads;
  private final InstantSource clock;
  private Optional<Instant> patientUntil = Optional.empty();

  /**
   * @param endLoads ends all loads in flight, so that their visits end; may be called again
   */
  public DrainGrants(OpenGrants open, RunGrants beats, Runnable endLoads, InstantSource clock) {
    this.open = open;
    this.beats = beats;
    this.endLoads = endLoads;
    this.clock = clock;
  }

  /**
   * Ends visits in dwell, takes nothing new, and settles what is finished. To be called again until
   * it answers true; 35 seconds after the first call loads are no longer waited for, so that their
   * visits leave a receipt too. While the database is away visits end all the same, and leave what
   * they did in the spool.
   *
   * @return whether every grant is settled
   * @throws RuntimeException if none can be, and no visit is under way any more
   */
  public boolean drain() {
    open.drain();
    Instant now = clock.instant();
    patientUntil = patientUntil.or(() -> Optional.of(now.plus(PATIENCE)));
    if (!open.isIdle() && !now.isBefore(patientUntil.get())) {
      endLoads.run();
    }
    boolean idle = open.isIdle();
    try {
      beats.run();
      return open.isEmpty();
    } catch (RuntimeException e) {
      if (idle) {
        throw e;
      }
      return false;
    }
  }
}
