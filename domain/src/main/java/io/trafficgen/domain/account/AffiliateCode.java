package io.trafficgen.domain.account;

import io.trafficgen.domain.InvalidValueException;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Code in an affiliate's link: random, so that it tells nothing of the account; any case. */
public record AffiliateCode(String value) {
  /** Crockford's base 32: no letters that read like digits. */
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int LENGTH = 8;
  private static final Pattern FORM = Pattern.compile("[0-9a-z]{4,32}");

  public static AffiliateCode random(RandomGenerator random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new AffiliateCode(code.toString());
  }

  public static AffiliateCode parse(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT);
    if (!FORM.matcher(code).matches()) {
      throw new InvalidValueException("", "not an affiliate code", "7k3q9mzt");
    }
    return new AffiliateCode(code);
  }

  @Override
  public String toString() {
    return value;
  }
}
