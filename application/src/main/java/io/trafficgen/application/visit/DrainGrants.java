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
   * it answers true.
   *
   * @return whether every grant is settled
   */
  public boolean drain() {
    open.drain();
    beats.run();
    return open.isEmpty();
  }

  /** Whether no visit is under way: the next call leaves nothing in memory, even if it fails. */
  public boolean isIdle() {
    return open.isIdle();
  }
}
