package io.trafficgen.domain.account;

import io.trafficgen.domain.InvalidValueException;
import java.util.Locale;
import java.util.stream.Stream;

/** What an account may do. */
public enum Role {
  USER,
  ADMIN;

  /** The name on the wire and in the database: {@code user} or {@code admin}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what somebody wrote. */
  public static Role parse(String text) {
    return Stream.of(values())
        .filter(role -> role.wireName().equals(text))
        .findFirst()
        .orElseThrow(() -> new InvalidValueException("", "must be user or admin", "admin"));
  }

  public static Role ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
