package io.trafficgen.domain.account;

import io.trafficgen.domain.InvalidValueException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** An e-mail address in lower case; only its form is checked, ownership is a matter of a mail. */
public record Email(String value) {
  private static final Pattern FORM =
      Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\\\p{Cntrl}]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)*");

  /** Longest address that fits a mail path (RFC 5321, 4.5.3.1.3, less the brackets). */
  private static final int MAXIMUM_LENGTH = 254;

  /** Names of one provider that ignores dots before the at sign. */
  private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com", "googlemail.com");

  public static Email parse(String text) {
    String address = text.strip().toLowerCase(Locale.ROOT);
    if (address.length() > MAXIMUM_LENGTH || !FORM.matcher(address).matches()) {
      throw new InvalidValueException("", "not an e-mail address", "owner@shop.example");
    }
    return new Email(address);
  }

  /**
   * The mailbox that mail to this address ends in, as far as its form tells: without a tag from the
   * first plus sign on, and without dots where the provider ignores them. For comparing only.
   */
  public String mailbox() {
    int at = value.indexOf('@');
    String local = value.substring(0, at).split("\\+", 2)[0];
    String domain = value.substring(at + 1);
    return WITHOUT_DOTS.contains(domain)
        ? local.replace(".", "") + "@gmail.com"
        : local + "@" + domain;
  }

  @Override
  public String toString() {
    return value;
  }
}
