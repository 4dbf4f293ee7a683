package io.trafficgen.domain.visit;

import java.util.Optional;

/**
 * How many visits a rule lets start in a window.
 *
 * @param visits upper bound; {@link Long#MAX_VALUE} if nothing binds
 * @param cap what binds
 */
public record Allowance(long visits, Optional<BindingCap> cap) {
  static final Allowance UNLIMITED = new Allowance(Long.MAX_VALUE, Optional.empty());

  /** The stricter of this and {@code visits} by {@code cap}; the earlier cap wins a tie. */
  public Allowance and(long visits, BindingCap cap) {
    boolean stricter = visits < this.visits;
    boolean earlier =
        visits == this.visits && this.cap.filter(other -> cap.compareTo(other) < 0).isPresent();
    return stricter || earlier ? new Allowance(visits, Optional.of(cap)) : this;
  }
}
