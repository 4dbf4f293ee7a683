package io.trafficgen.domain.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of RFC 8259, section 6, within the bounds of the product page, 1.3. */
final class NumberToken {
  private static final Pattern GRAMMAR =
      Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE]([+-]?[0-9]++))?+");
  private static final int MAX_LENGTH = 128;
  private static final int MAX_EXPONENT = 400;

  private NumberToken() {}

  /** Passes the number that starts at the cursor. */
  static SourceSpan pass(Cursor cursor) {
    int start = cursor.position();
    Matcher number = GRAMMAR.matcher(cursor.text()).region(start, cursor.text().length());
    if (!number.lookingAt()) {
      cursor.next();
      throw cursor.unexpected("a digit");
    }
    if (number.end() - start > MAX_LENGTH) {
      throw cursor.refused("is a number of more than " + MAX_LENGTH + " characters");
    }
    String exponent = number.group(1);
    if (exponent != null && isBeyond(exponent, number.group())) {
      throw cursor.refused("is a number with an exponent beyond ±" + MAX_EXPONENT);
    }
    cursor.moveTo(number.end());
    return cursor.since(start);
  }

  /** As written, and as it would be written with one digit before the point. */
  private static boolean isBeyond(String exponent, String number) {
    if (isBeyond(new BigInteger(exponent))) {
      return true;
    }
    BigDecimal value = new BigDecimal(number);
    return isBeyond(BigInteger.valueOf((long) value.precision() - value.scale() - 1));
  }

  private static boolean isBeyond(BigInteger exponent) {
    return exponent.abs().compareTo(BigInteger.valueOf(MAX_EXPONENT)) > 0;
  }
}
