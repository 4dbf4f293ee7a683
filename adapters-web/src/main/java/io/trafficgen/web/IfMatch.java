package io.trafficgen.web;

import io.trafficgen.domain.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code If-Match} (RFC 9110, 13.1.1). */
final class IfMatch {
  private static final String ANY = "*";

  /** Nobody holds more versions than this. */
  private static final int MOST = 16;

  private static final String TAG = "(W/)?\"([!#-~\\x80-\\xff]*)\"";
  private static final Pattern ONE = Pattern.compile(TAG);
  private static final Pattern LIST = Pattern.compile(TAG + "([ \\t]*,[ \\t]*" + TAG + ")*+");

  private IfMatch() {}

  /**
   * The tags that the client would take, an absent one standing for any. The comparison is strong:
   * where all tags are weak, one is left that no text has.
   */
  static List<Optional<String>> parse(String header) {
    String condition = header.strip();
    if (condition.equals(ANY)) {
      return List.of(Optional.empty());
    }
    if (!LIST.matcher(condition).matches()) {
      throw refused("must be * or quoted tags");
    }
    List<Optional<String>> tags =
        ONE.matcher(condition)
            .results()
            .filter(tag -> tag.group(1) == null)
            .map(tag -> Optional.of(tag.group(2)))
            .distinct()
            .toList();
    if (tags.size() > MOST) {
      throw refused("has more than " + MOST + " tags");
    }
    return tags.isEmpty() ? List.of(Optional.of("")) : tags;
  }

  private static InvalidValueException refused(String reason) {
    return new InvalidValueException("/If-Match", reason, "\"44136fa355b3678a\", \"9b2f3d4c\"");
  }
}
