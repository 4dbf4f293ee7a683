package io.trafficgen.engine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.htmlunit.util.UrlUtils;

/** A page that goes on by itself, by a header or by an element. */
final class Refresh {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(\\d{1,9})[\\d.]*\\s*[;,]?\\s*(?:url\\s*=)?\\s*['\"]?([^'\"]*)['\"]?.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Longer ones are left alone by the browser as well. */
  private static final int MAX_SECONDS = 2;

  private Refresh() {}

  /**
   * Where it leads, if that is soon.
   *
   * @param base that the address is relative to
   */
  static Optional<String> target(String base, String value) {
    if (value.length() > PageReader.MAX_TEXT) {
      return Optional.empty();
    }
    Matcher parts = FORM.matcher(value);
    return parts.matches() && Long.parseLong(parts.group(1)) <= MAX_SECONDS
        ? Optional.of(UrlUtils.resolveUrl(base, parts.group(2).strip()))
        : Optional.empty();
  }
}
