package io.trafficgen.domain.visit;

import java.util.Locale;

/** Why a visit failed: the closed list that owners see (product page, 1.5). */
public enum FailureReason {
  GUARD,
  VERIFICATION,
  DNS,
  CONNECT,
  TLS,
  TIMEOUT,
  STATUS,
  CONTENT,
  ROBOTS,
  RETRY_AFTER,
  NO_EXIT,
  DRIVER,
  STOPPED,
  KILLED;

  /** The name on the wire, for example {@code retry-after}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason whose {@link #wireName()} is given. */
  public static FailureReason ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
