package io.trafficgen.domain.site;

import java.util.Optional;

/**
 * A proof that an account controls a host.
 *
 * @param method how it was proved; checked again in the same way
 * @param terms limits that the site sets for us
 * @param failures checks in a row that did not find the proof again
 */
public record Verification(ProofMethod method, SiteTerms terms, int failures) {
  /** Failures in a row that end a verification (product page, 1.4). */
  private static final int MOST_FAILURES = 2;

  public Verification {
    if (failures < 0 || failures >= MOST_FAILURES) {
      throw new IllegalArgumentException("a verification with " + failures + " failures");
    }
  }

  /** A proof that was just found. */
  public Verification(ProofMethod method, SiteTerms terms) {
    this(method, terms, 0);
  }

  /** What is left of it after a check that did not find the proof; the second ends it. */
  public Optional<Verification> afterFailure() {
    return failures + 1 < MOST_FAILURES
        ? Optional.of(new Verification(method, terms, failures + 1))
        : Optional.empty();
  }
}
