package io.trafficgen.domain.account;

import java.util.Locale;

/** What an account may do. */
public enum Role {
  USER,
  ADMIN;

  /** The name on the wire and in the database: {@code user} or {@code admin}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
