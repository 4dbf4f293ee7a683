package io.trafficgen.application.affiliate;

import io.trafficgen.application.port.Earnings;
import java.time.InstantSource;

/** Approves commission whose payment can hardly go back any more. */
public final class ApproveEarnings {
  private final Earnings earnings;
  private final InstantSource clock;

  public ApproveEarnings(Earnings earnings, InstantSource clock) {
    this.earnings = earnings;
    this.clock = clock;
  }

  /** Returns how many rows were approved. */
  public int approve() {
    return earnings.approve(clock.instant());
  }
}
