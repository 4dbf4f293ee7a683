package io.trafficgen.application.port;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Checks of sites' proofs, and what they end. */
public interface SiteChecks {
  /**
   * Takes the next check of an account's host for the caller alone: of several callers at once one
   * gets it. What was taken stays taken when the site is removed and added again.
   *
   * @param until nobody else gets it before then
   * @return until when somebody else has it; empty if the caller got it
   */
  Optional<Instant> claim(AccountId account, Host host, Instant now, Instant until);

  /**
   * Records what a check found. Without a verification the account's active projects that {@code
   * using} tells stop in the same step ({@code UNVERIFIED}), and what they hold is released.
   *
   * @return the projects that it stopped
   */
  List<Project> record(
      Site site, Optional<Verification> found, Instant checkedAt, Predicate<Project> using);

  /** Removes the owner's site; stops projects as {@link #record} does without a verification. */
  List<Project> remove(Site site, Predicate<Project> using);
}
