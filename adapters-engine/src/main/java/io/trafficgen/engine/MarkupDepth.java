package io.trafficgen.engine;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How deep the elements of an HTML text stand in one another, roughly and in one pass: the parser
 * needs quadratic time for deep nesting and has no bound of its own.
 */
final class MarkupDepth {
  /** The name is possessive: else a name without end would cost its length squared. */
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]*+)[^<>]*?(/?)>");

  /** Elements that have no content, or whose end tag may be left out. */
  private static final Set<String> UNCOUNTED =
      Set.of(
          "area",
          "base",
          "br",
          "col",
          "embed",
          "hr",
          "img",
          "input",
          "link",
          "meta",
          "param",
          "source",
          "track",
          "wbr",
          "body",
          "caption",
          "colgroup",
          "dd",
          "dt",
          "head",
          "html",
          "li",
          "optgroup",
          "option",
          "p",
          "rp",
          "rt",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr");

  private MarkupDepth() {}

  static boolean exceeds(byte[] html, int limit) {
    // every tag name that counts is ASCII, whatever the charset of the rest
    Matcher tags = TAG.matcher(new String(html, StandardCharsets.ISO_8859_1));
    int depth = 0;
    while (tags.find()) {
      if (UNCOUNTED.contains(tags.group(2).toLowerCase(Locale.ROOT)) || !tags.group(3).isEmpty()) {
        continue;
      }
      depth = tags.group(1).isEmpty() ? depth + 1 : Math.max(0, depth - 1);
      if (depth > limit) {
        return true;
      }
    }
    return false;
  }
}
