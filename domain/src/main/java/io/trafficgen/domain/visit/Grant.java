package io.trafficgen.domain.visit;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.Arrival;
import io.trafficgen.domain.site.Host;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Leave to start {@code n} visits of a project to one host within a window: the unit of dispatch
 * (engine page, 4.1). Budgets and money for all of them are reserved.
 *
 * @param projectEpoch raised by every start, stop and change of settings; a grant of an older epoch
 *     starts no visit
 * @param region where the visits leave from; {@code any} while there is one exit
 * @param day the day whose limit they count against, in the project's zone
 * @param spread whether starts are spread over the window (open model) or follow free slots
 */
public record Grant(
    GrantId id,
    ProjectId project,
    long projectEpoch,
    AccountId account,
    Host host,
    String region,
    LocalDate day,
    int n,
    Window window,
    boolean spread) {
  public Grant {
    if (n < 1) {
      throw new IllegalArgumentException("a grant has a visit");
    }
  }

  /**
   * When each of its visits is due, in order; the same for whoever runs the grant.
   *
   * @param arrival the project's law of arrival
   */
  public List<Instant> starts(Arrival arrival) {
    if (!spread) {
      return Collections.nCopies(n, window.start());
    }
    return switch (arrival) {
      case EVEN -> window.evenly(n);
      case POISSON, REALISTIC -> window.atRandom(n, new SplittableRandom(id.seed()));
    };
  }
}
