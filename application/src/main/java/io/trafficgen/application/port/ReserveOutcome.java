package io.trafficgen.application.port;

import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.Grant;

/** What became of a {@link Reservation}. */
public sealed interface ReserveOutcome {
  /** Everything for {@code grant} is reserved. */
  record Reserved(Grant grant) implements ReserveOutcome {}

  /** No visit may be granted now. */
  record Bound(BindingCap cap) implements ReserveOutcome {}

  /** The total target is delivered: the project is complete. */
  record Delivered() implements ReserveOutcome {}

  /** The project was stopped or changed since it was read. */
  record Outdated() implements ReserveOutcome {}
}
