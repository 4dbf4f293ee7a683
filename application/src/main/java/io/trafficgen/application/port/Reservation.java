package io.trafficgen.application.port;

import io.trafficgen.application.port.Budgets.RoomRequest;
import io.trafficgen.domain.visit.Allowance;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.Grant;
import java.util.Optional;

/**
 * A wish for visits.
 *
 * @param wish the grant wanted; its {@code n} is the most that makes sense
 * @param allowed what the pace lets start in the minute, visits granted before included
 * @param chunk visits announced ahead of their start at most
 */
public record Reservation(Grant wish, RoomRequest room, Allowance allowed, long chunk) {
  /** {@link #chunk} with the cap that says so: where visits are spread, that of the pace. */
  public Allowance ahead() {
    return new Allowance(chunk, wish.spread() ? allowed.cap() : Optional.of(BindingCap.SPEED));
  }
}
