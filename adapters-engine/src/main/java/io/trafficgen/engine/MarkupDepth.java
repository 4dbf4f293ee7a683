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

  private final int limit;
  private int depth;
  private boolean exceeded;

  MarkupDepth(int limit) {
    this.limit = limit;
  }

  /**
   * @param name of an element that begins, in lower case
   */
  void open(String name) {
    if (!UNCOUNTED.contains(name)) {
      exceeded |= ++depth > limit;
    }
  }

  /**
   * @param name of an element that ends, in lower case
   */
  void close(String name) {
    if (!UNCOUNTED.contains(name)) {
      depth = Math.max(0, depth - 1);
    }
  }

  boolean isExceeded() {
    return exceeded;
  }

  static boolean exceeds(byte[] html, int limit) {
    MarkupDepth depth = new MarkupDepth(limit);
    // every tag name that counts is ASCII, whatever the charset of the rest
    Matcher tags = TAG.matcher(new String(html, StandardCharsets.ISO_8859_1));
    while (!depth.isExceeded() && tags.find()) {
      String name = tags.group(2).toLowerCase(Locale.ROOT);
      if (!tags.group(1).isEmpty()) {
        depth.close(name);
      } else if (tags.group(3).isEmpty()) {
        depth.open(name);
      }
    }
    return depth.isExceeded();
  }
}
