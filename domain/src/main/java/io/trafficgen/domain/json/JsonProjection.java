package io.trafficgen.domain.json;

/**
 * The same JSON as PostgreSQL's jsonb can hold it: escaped U+0000 and escaped halves of surrogate
 * pairs become U+FFFD, in names and strings; nothing else changes. Two names may become equal by
 * that; jsonb keeps the later one.
 */
public final class JsonProjection {
  private static final int ESCAPE_LENGTH = "\\u0000".length();

  private JsonProjection() {}

  /** The projected text of {@code value}. */
  public static String of(JsonValue value) {
    String source = value.source();
    StringBuilder text = new StringBuilder(source.length());
    int copied = 0;
    // The source was read strictly, so a backslash only stands in strings and starts an escape.
    for (int at = source.indexOf('\\'); at >= 0; at = source.indexOf('\\', copied)) {
      text.append(source, copied, at);
      int length = lengthOfEscape(source, at);
      if (length == ESCAPE_LENGTH && isUnstorable(codeUnit(source, at))) {
        text.append("\\ufffd");
      } else {
        text.append(source, at, at + length);
      }
      copied = at + length;
    }
    return text.append(source, copied, source.length()).toString();
  }

  /** An escaped pair counts as one escape. */
  private static int lengthOfEscape(String source, int at) {
    if (source.charAt(at + 1) != 'u') {
      return 2;
    }
    int next = at + ESCAPE_LENGTH;
    boolean pair =
        source.startsWith("\\u", next)
            && Character.isSurrogatePair(codeUnit(source, at), codeUnit(source, next));
    return pair ? 2 * ESCAPE_LENGTH : ESCAPE_LENGTH;
  }

  private static boolean isUnstorable(char unit) {
    return unit == 0 || Character.isSurrogate(unit);
  }

  private static char codeUnit(String source, int at) {
    return (char) Integer.parseInt(source, at + 2, at + ESCAPE_LENGTH, 16);
  }
}
