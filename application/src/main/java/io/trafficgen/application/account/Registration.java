package io.trafficgen.application.account;

import java.util.Locale;

/** Who may sign up. */
public enum Registration {
  /** Everybody. */
  OPEN,
  /** Whoever an admin invited. */
  INVITE,
  /** Nobody. */
  CLOSED;

  /**
   * @throws IllegalArgumentException unless it is {@code open}, {@code invite} or {@code closed}
   */
  public static Registration parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
