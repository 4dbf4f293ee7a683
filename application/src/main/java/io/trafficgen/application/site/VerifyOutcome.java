package io.trafficgen.application.site;

import java.time.Duration;

/** What became of the wish to verify a site. */
public sealed interface VerifyOutcome {
  /** It was checked; a failed proof is no error. */
  record Checked(SiteReport report) implements VerifyOutcome {}

  /** It was checked just now, or is being checked; nothing was fetched. */
  record TooSoon(Duration retryAfter) implements VerifyOutcome {}

  /** The owner has no such site. */
  record Absent() implements VerifyOutcome {}
}
