package io.trafficgen.application.visit;

/** Ends this node's visits in good order before the process stops. */
public final class DrainGrants {
  private final OpenGrants open;
  private final RunGrants beats;

  public DrainGrants(OpenGrants open, RunGrants beats) {
    this.open = open;
    this.beats = beats;
  }

  /**
   * Ends visits in dwell, takes nothing new, and settles what is finished. To be called again until
   * it answers true. While the database is away visits end all the same, and leave what they did in
   * the spool.
   *
   * @return whether every grant is settled
   * @throws RuntimeException if none can be, and no visit is under way any more
   */
  public boolean drain() {
    open.drain();
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
