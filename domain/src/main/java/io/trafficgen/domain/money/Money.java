package io.trafficgen.domain.money;

import io.trafficgen.domain.InvalidValueException;
import java.util.regex.Pattern;

/**
 * An amount in euros, kept exactly as integer micro-euros (1 EUR = 1,000,000 µ€). Arithmetic throws
 * {@link ArithmeticException} rather than overflow.
 */
public record Money(long micros) implements Comparable<Money> {
  public static final Money ZERO = new Money(0);
  public static final Money CENT = new Money(10_000);

  private static final long MICROS_PER_EURO = 1_000_000;
  private static final Pattern PLAIN_DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,18})?");

  public static Money ofMicros(long micros) {
    return new Money(micros);
  }

  public static Money ofCents(long cents) {
    return new Money(Math.multiplyExact(cents, CENT.micros));
  }

  /**
   * Reads a payable amount: plain ASCII digits and a point, more than zero, whole cents. {@code
   * 500.000} is fine, {@code 128.999}, {@code 1e3}, {@code +5} and {@code 1,000} are refused.
   *
   * @throws InvalidValueException with an empty pointer, for the caller to place
   */
  public static Money parse(String text) {
    if (!PLAIN_DECIMAL.matcher(text).matches()) {
      throw refused("an amount is plain digits with a point, at most 12 before it");
    }
    int point = text.indexOf('.');
    String euros = point < 0 ? text : text.substring(0, point);
    String decimals = point < 0 ? "" : text.substring(point + 1);
    String cents = (decimals + "00").substring(0, 2);
    if (decimals.length() > 2 && !decimals.substring(2).chars().allMatch(digit -> digit == '0')) {
      throw refused("an amount has at most two decimals");
    }
    Money amount = ofCents(Long.parseLong(euros) * 100 + Long.parseLong(cents));
    if (!amount.isPositive()) {
      throw refused("an amount is more than zero");
    }
    return amount;
  }

  private static InvalidValueException refused(String reason) {
    return new InvalidValueException("", reason, "500.00");
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(micros, other.micros));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(micros, other.micros));
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(micros, factor));
  }

  public Money negated() {
    return new Money(Math.negateExact(micros));
  }

  public boolean isPositive() {
    return micros > 0;
  }

  public boolean isZero() {
    return micros == 0;
  }

  /** Whole cents, rounded as told. */
  public long cents(Rounding rounding) {
    return switch (rounding) {
      case FLOOR -> Math.floorDiv(micros, CENT.micros);
      case CEILING -> Math.ceilDiv(micros, CENT.micros);
    };
  }

  /** The same amount in whole cents, rounded as told. */
  public Money toCents(Rounding rounding) {
    return ofCents(cents(rounding));
  }

  /** Plain decimal in euros, exact, with at least two decimals: {@code 500.00}, {@code 0.0004}. */
  @Override
  public String toString() {
    long magnitude = Math.abs(micros);
    // Six digits: the one before them keeps their zeros.
    String decimals = Long.toString(MICROS_PER_EURO + magnitude % MICROS_PER_EURO).substring(1);
    int end = decimals.length();
    while (end > 2 && decimals.charAt(end - 1) == '0') {
      end--;
    }
    return (micros < 0 ? "-" : "") + magnitude / MICROS_PER_EURO + '.' + decimals.substring(0, end);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(micros, other.micros);
  }
}
