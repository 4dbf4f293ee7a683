package io.trafficgen.web.mail;

import java.util.regex.Pattern;

/** Text that may stand in a line of a log. */
final class Printable {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private Printable() {}

  static String line(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }
}
