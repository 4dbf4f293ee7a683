package io.trafficgen.domain.visit;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import java.time.Duration;
import java.time.Instant;

/**
 * The receipt of a finished visit (product page, 1.5).
 *
 * @param number its place in the grant, from 1
 * @param pages pages loaded
 */
public record Visit(
    VisitId id,
    GrantId grant,
    int number,
    ProjectId project,
    AccountId account,
    VisitOutcome outcome,
    int pages,
    Instant startedAt,
    Duration duration) {
  /** Clocks that were set back in between make no time that is less than none. */
  public Visit {
    duration = duration.isNegative() ? Duration.ZERO : duration;
  }

  /** When it ended. */
  public Instant endedAt() {
    return startedAt.plus(duration);
  }
}
