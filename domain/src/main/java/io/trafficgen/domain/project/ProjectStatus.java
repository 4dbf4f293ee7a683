package io.trafficgen.domain.project;

import java.util.Locale;

/** The plan's statuses of a project (2.C). */
public enum ProjectStatus {
  ACTIVE,
  STOPPED,
  COMPLETED;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ProjectStatus ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
