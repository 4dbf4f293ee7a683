package io.trafficgen.domain.json;

import java.util.Objects;

/**
 * Where a value stands in the text that was read.
 *
 * @param text the whole text
 * @param start offset of the value's first character
 * @param end offset behind its last character
 */
public record SourceSpan(String text, int start, int end) {
  public SourceSpan {
    Objects.requireNonNull(text, "text");
    Objects.checkFromToIndex(start, end, text.length());
  }

  /** Exactly the characters of the value, without the blanks around it. */
  public String slice() {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return start + ".." + end;
  }
}
