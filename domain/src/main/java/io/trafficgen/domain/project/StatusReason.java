package io.trafficgen.domain.project;

import java.util.Locale;

/** Why a project has the status it has (engine page, 4.3). */
public enum StatusReason {
  /** Stopped: never started. */
  NEW,
  /** Active, or stopped, by its owner. */
  USER,
  /** Stopped: a host lost its verification. */
  UNVERIFIED,
  /**
   * Stopped: its settings can no longer be run, or too many of its visits failed or were too slow.
   */
  UNHEALTHY,
  /** Stopped, as its settings wish: no exit is in a country that visits shall come from. */
  NO_EXIT,

  /** Stopped: a site asked to be left alone for some time, and its owner wants it to stop then. */
  RETRY_AFTER,
  /** Stopped by the operator: a kill switch, or a blocked host. */
  KILLED,
  /** Completed: the total target is delivered. */
  TARGET,
  /** Completed: the expiry has passed. */
  EXPIRED;

  /** The status that goes with this reason when a project ends. */
  public ProjectStatus ended() {
    return this == TARGET || this == EXPIRED ? ProjectStatus.COMPLETED : ProjectStatus.STOPPED;
  }

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static StatusReason ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
