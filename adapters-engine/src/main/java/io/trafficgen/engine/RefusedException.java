package io.trafficgen.engine;

import io.trafficgen.domain.visit.FailureReason;
import java.io.IOException;

/** A request that we ended ourselves: guard, block list or a bound. */
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final FailureReason reason;

  RefusedException(FailureReason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  FailureReason reason() {
    return reason;
  }
}
