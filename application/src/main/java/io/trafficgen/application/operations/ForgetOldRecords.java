package io.trafficgen.application.operations;

import io.trafficgen.application.OneByOne;
import io.trafficgen.application.port.OldRecords;
import io.trafficgen.application.port.OldRecords.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Removes what is too old to be kept. How long each kind is kept stands here alone. */
public final class ForgetOldRecords {
  private final OldRecords records;
  private final Duration evidence;
  private final InstantSource clock;

  /**
   * @param evidence how long hits and receipts are kept ({@code TRAFFICGEN_RETENTION_DAYS})
   */
  public ForgetOldRecords(OldRecords records, Duration evidence, InstantSource clock) {
    this.records = records;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Removes all of it, in small batches; a kind that fails keeps no other from its turn. */
  public void forget() {
    Instant now = clock.instant();
    OneByOne.each(
        List.of(Kind.values()),
        kind -> {
          while (records.remove(kind, now.minus(kept(kind)))) {
            // the next batch
          }
        });
  }

  private Duration kept(Kind kind) {
    return switch (kind) {
      case HITS -> evidence;
      // Receipts say whether a hit was charged: they outlive the day of their hits.
      case GRANTS -> evidence.plusDays(2);
      case VISIT_MINUTES -> Duration.ofDays(3);
      case VISIT_HOURS -> Duration.ofDays(90);
      case HOST_MINUTES, HOST_PAUSES, SITE_CHECKS, MAILED_TOKENS -> Duration.ofDays(1);
      case NOTICES, INVITATIONS, FOUND_PAGES, COOKIE_JARS -> Duration.ofDays(30);
      case REFERRAL_CLICKS -> Duration.ofDays(365);
    };
  }
}
