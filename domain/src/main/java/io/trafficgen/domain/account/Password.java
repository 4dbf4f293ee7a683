package io.trafficgen.domain.account;

import io.trafficgen.domain.InvalidValueException;
import java.nio.charset.StandardCharsets;

/** A password as typed; its text never appears in {@link #toString()}. */
public record Password(String value) {
  private static final int MINIMUM_BYTES = 12;
  private static final int MAXIMUM_BYTES = 256;

  /** Reads a new password: 12 to 256 bytes of UTF-8, no composition rules. */
  public static Password parse(String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length < MINIMUM_BYTES || length > MAXIMUM_BYTES) {
      throw new InvalidValueException(
          "", "a password has 12 to 256 bytes", "a kettle sings on the windowsill");
    }
    return new Password(text);
  }

  @Override
  public String toString() {
    return "Password[hidden]";
  }
}
