package io.trafficgen.domain.json;

import java.util.HexFormat;

/** A string of RFC 8259, section 7. */
final class StringToken {
  private StringToken() {}

  /** Passes the string that starts at the cursor and answers it unescaped. */
  static String pass(Cursor cursor) {
    cursor.expect('"');
    StringBuilder value = new StringBuilder();
    while (true) {
      int c = cursor.peek();
      if (c == Cursor.END) {
        throw cursor.refused("has a string that does not end");
      }
      if (c < ' ') {
        throw cursor.refused("has a control character in a string");
      }
      cursor.next();
      switch (c) {
        case '"' -> {
          return value.toString();
        }
        case '\\' -> value.append(escaped(cursor));
        default -> {
          value.append((char) c);
          if (Character.isSurrogate((char) c)) {
            value.append(otherHalf((char) c, cursor));
          }
        }
      }
    }
  }

  private static char escaped(Cursor cursor) {
    int c = cursor.next();
    return switch (c) {
      case '"', '\\', '/' -> (char) c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit(cursor);
      default -> throw cursor.refused("has an unknown escape in a string");
    };
  }

  private static char codeUnit(Cursor cursor) {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      // Not Character.digit: it takes the digits of every script.
      if (!HexFormat.isHexDigit(cursor.peek())) {
        throw cursor.unexpected("a hexadecimal digit");
      }
      unit = unit * 16 + HexFormat.fromHexDigit(cursor.next());
    }
    return (char) unit;
  }

  /** Half a pair has no UTF-8 form, so it can only be written as an escape. */
  private static char otherHalf(char half, Cursor cursor) {
    int next = cursor.next();
    if (next == Cursor.END || !Character.isSurrogatePair(half, (char) next)) {
      throw cursor.refused("has half a surrogate pair in a string");
    }
    return (char) next;
  }
}
