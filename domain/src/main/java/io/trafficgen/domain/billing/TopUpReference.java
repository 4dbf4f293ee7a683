package io.trafficgen.domain.billing;

import io.trafficgen.domain.InvalidValueException;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a payer writes into the payment: {@code TG-} and six characters of Crockford's base 32, the
 * last one a check on the others.
 */
public record TopUpReference(String value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String PREFIX = "TG";
  private static final int DATA_LENGTH = 5;

  /** Start of the check sum; any would do, this one makes the documented TG-7K3Q9M a valid one. */
  private static final int CHECK_START = 19;

  public static TopUpReference random(RandomGenerator random) {
    StringBuilder data = new StringBuilder(DATA_LENGTH);
    for (int i = 0; i < DATA_LENGTH; i++) {
      data.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return of(data.toString());
  }

  /**
   * Reads a reference as payers write it: any case, spaces and hyphens anywhere; letters that
   * Crockford folds (I, L, O) are read as the digits they look like.
   */
  public static TopUpReference parse(String text) {
    return find(text)
        .orElseThrow(() -> new InvalidValueException("", "not a reference", "TG-7K3Q9M"));
  }

  /** The reference that {@code text} is, if it is one. */
  public static Optional<TopUpReference> find(String text) {
    String letters = text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    if (!letters.startsWith(PREFIX) || letters.length() != PREFIX.length() + DATA_LENGTH + 1) {
      return Optional.empty();
    }
    String code =
        letters.substring(PREFIX.length()).replace('I', '1').replace('L', '1').replace('O', '0');
    if (code.chars().anyMatch(letter -> ALPHABET.indexOf(letter) < 0)) {
      return Optional.empty();
    }
    TopUpReference reference = of(code.substring(0, DATA_LENGTH));
    return reference.value.endsWith(code) ? Optional.of(reference) : Optional.empty();
  }

  private static TopUpReference of(String data) {
    return new TopUpReference(PREFIX + "-" + data + checkOf(data));
  }

  /** Weighted by odd position factors, so that a swap of neighbours shows as well as a typo. */
  private static char checkOf(String data) {
    int sum = CHECK_START;
    for (int i = 0; i < data.length(); i++) {
      sum += (2 * i + 1) * ALPHABET.indexOf(data.charAt(i));
    }
    return ALPHABET.charAt(sum % ALPHABET.length());
  }

  @Override
  public String toString() {
    return value;
  }
}
