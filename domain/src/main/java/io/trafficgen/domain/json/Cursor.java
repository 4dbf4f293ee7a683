package io.trafficgen.domain.json;

import io.trafficgen.domain.InvalidValueException;

/** Where a reader stands: the text, the position in it, the JSON pointer of the value there. */
final class Cursor {
  /** What {@link #peek()} and {@link #next()} answer behind the last character. */
  static final int END = -1;

  private final String text;
  private final StringBuilder pointer = new StringBuilder();
  private int position;

  Cursor(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  int position() {
    return position;
  }

  int peek() {
    return position < text.length() ? text.charAt(position) : END;
  }

  int next() {
    return position < text.length() ? text.charAt(position++) : END;
  }

  void moveTo(int offset) {
    position = offset;
  }

  SourceSpan since(int start) {
    return new SourceSpan(text, start, position);
  }

  /** The next character that is no blank (RFC 8259, section 2), without passing it. */
  int peekToken() {
    int c = peek();
    while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      position++;
      c = peek();
    }
    return c;
  }

  /** Passes {@code wanted} if it is the next token. */
  boolean accept(char wanted) {
    if (peekToken() != wanted) {
      return false;
    }
    position++;
    return true;
  }

  void expect(char wanted) {
    if (!accept(wanted)) {
      throw unexpected("'" + wanted + "'");
    }
  }

  /** Descends to a member or element; the answer is what {@link #leave(int)} takes. */
  int enter(String name) {
    int mark = pointer.length();
    pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    return mark;
  }

  void leave(int mark) {
    pointer.setLength(mark);
  }

  InvalidValueException unexpected(String wanted) {
    int c = peek();
    if (c == END) {
      return refused("ends where " + wanted + " is expected");
    }
    String found = c > ' ' && c <= '~' ? "'" + (char) c + "'" : "U+%04X".formatted(c);
    return refused("has " + found + " where " + wanted + " is expected");
  }

  InvalidValueException refused(String reason) {
    String before = text.substring(0, position);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = position - before.lastIndexOf('\n');
    // Names may hold half surrogate pairs, which no answer in UTF-8 could repeat.
    String storable = pointer.toString().replaceAll("\\p{Cs}", "\uFFFD");
    return new InvalidValueException(
        storable, "%s (line %d, column %d)".formatted(reason, line, column), "");
  }
}
