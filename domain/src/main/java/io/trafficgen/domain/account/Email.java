package io.trafficgen.domain.account;

import io.trafficgen.domain.InvalidValueException;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address in lower case; only its form is checked, ownership is a matter of a mail. */
public record Email(String value) {
  private static final Pattern FORM =
      Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\\\p{Cntrl}]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)*");

  /** Longest address that fits a mail path (RFC 5321, 4.5.3.1.3, less the brackets). */
  private static final int MAXIMUM_LENGTH = 254;

  public static Email parse(String text) {
    String address = text.strip().toLowerCase(Locale.ROOT);
    if (address.length() > MAXIMUM_LENGTH || !FORM.matcher(address).matches()) {
      throw new InvalidValueException("", "not an e-mail address", "owner@shop.example");
    }
    return new Email(address);
  }

  @Override
  public String toString() {
    return value;
  }
}
