package io.trafficgen.application.port;

import java.time.Instant;

/** Records that are kept for a time only. What the books and the audit log hold is none of them. */
public interface OldRecords {
  /** In the order in which they go: some stand on others. */
  enum Kind {
    /** Pages loaded, by whole days. */
    HITS,
    /** Sums of visits by the minute. */
    VISIT_MINUTES,
    /** Sums of visits by the hour. */
    VISIT_HOURS,
    /** What was started to a host in a minute, once nothing of it is open. */
    HOST_MINUTES,
    /** Closed grants with their holds and receipts; what they sum up to stays. */
    GRANTS,
    /** Pauses that are over. */
    HOST_PAUSES,
    /** Notices that were delivered, or given up. */
    NOTICES,
    /** Who followed affiliates' links; their number stays. */
    REFERRAL_CLICKS,
    /** Whose turn a check was. */
    SITE_CHECKS,
    /** Mailed secrets that are good no more. */
    MAILED_TOKENS,
    /** Invitations that are good no more. */
    INVITATIONS,
    /** Pages of projects that nobody has searched for lately. */
    FOUND_PAGES,
    /** Cookies that no visit may come back with any more. */
    COOKIE_JARS
  }

  /**
   * Removes a small batch of what was over before {@code before}.
   *
   * @return whether there may be more
   */
  boolean remove(Kind kind, Instant before);
}
