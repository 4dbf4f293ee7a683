package io.trafficgen.domain.json;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue.JsonArray;
import io.trafficgen.domain.json.JsonValue.JsonBoolean;
import io.trafficgen.domain.json.JsonValue.JsonNull;
import io.trafficgen.domain.json.JsonValue.JsonNumber;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import io.trafficgen.domain.json.JsonValue.JsonString;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON strictly as RFC 8259 writes it, keeping the source of every value.
 *
 * <p>Refused with an {@link InvalidValueException} whose pointer (RFC 6901) names the value:
 * anything outside the grammar, text behind the value, a byte order mark, bad UTF-8, duplicate
 * member names, nesting deeper than allowed, numbers that PostgreSQL's jsonb could not hold
 * (product page, 1.3). The size of the text is its owner's business.
 */
public final class JsonReader {
  /** How deep arrays and objects may nest; a scalar has depth 0, {@code []} depth 1. */
  public static final int MAX_DEPTH = 64;

  private final Cursor cursor;
  private int levelsLeft;

  private JsonReader(Cursor cursor, int maxDepth) {
    this.cursor = cursor;
    this.levelsLeft = maxDepth;
  }

  /** Reads UTF-8 text, at most {@link #MAX_DEPTH} deep. */
  public static JsonValue read(byte[] utf8) {
    return read(decode(utf8), MAX_DEPTH);
  }

  /** Reads text, at most {@link #MAX_DEPTH} deep. */
  public static JsonValue read(String text) {
    return read(text, MAX_DEPTH);
  }

  /** Reads UTF-8 text around settings: it may be one level deeper than the settings may be. */
  public static JsonValue readEnvelope(byte[] utf8) {
    return read(decode(utf8), MAX_DEPTH + 1);
  }

  private static JsonValue read(String text, int maxDepth) {
    Cursor cursor = new Cursor(text);
    if (cursor.peek() == '\uFEFF') {
      throw cursor.refused("starts with a byte order mark");
    }
    JsonValue value = new JsonReader(cursor, maxDepth).value();
    if (cursor.peekToken() != Cursor.END) {
      throw cursor.unexpected("the end");
    }
    return value;
  }

  private static String decode(byte[] utf8) {
    // A new decoder reports what is malformed; String's constructor would replace it in silence.
    ByteBuffer bytes = ByteBuffer.wrap(utf8);
    CharBuffer text = CharBuffer.allocate(utf8.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
      throw new InvalidValueException("", "is not UTF-8 at byte " + bytes.position(), "");
    }
    return text.flip().toString();
  }

  private JsonValue value() {
    return switch (cursor.peekToken()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> new JsonBoolean(true, keyword("true"));
      case 'f' -> new JsonBoolean(false, keyword("false"));
      case 'n' -> new JsonNull(keyword("null"));
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          new JsonNumber(NumberToken.pass(cursor));
      default -> throw cursor.unexpected("a value");
    };
  }

  private JsonObject object() {
    int start = open();
    Map<String, JsonValue> members = new LinkedHashMap<>();
    if (!cursor.accept('}')) {
      do {
        member(members);
      } while (cursor.accept(','));
      close('}');
    }
    levelsLeft++;
    return new JsonObject(members, cursor.since(start));
  }

  private void member(Map<String, JsonValue> members) {
    if (cursor.peekToken() != '"') {
      throw cursor.unexpected("a member name");
    }
    String name = StringToken.pass(cursor);
    int mark = cursor.enter(name);
    if (members.containsKey(name)) {
      throw cursor.refused("stands twice in its object");
    }
    cursor.expect(':');
    members.put(name, value());
    cursor.leave(mark);
  }

  private JsonArray array() {
    int start = open();
    List<JsonValue> elements = new ArrayList<>();
    if (!cursor.accept(']')) {
      do {
        int mark = cursor.enter(Integer.toString(elements.size()));
        elements.add(value());
        cursor.leave(mark);
      } while (cursor.accept(','));
      close(']');
    }
    levelsLeft++;
    return new JsonArray(elements, cursor.since(start));
  }

  private int open() {
    if (levelsLeft == 0) {
      throw cursor.refused("nests too deep");
    }
    levelsLeft--;
    int start = cursor.position();
    cursor.next();
    return start;
  }

  private void close(char end) {
    if (!cursor.accept(end)) {
      throw cursor.unexpected("',' or '" + end + "'");
    }
  }

  private JsonString string() {
    int start = cursor.position();
    return new JsonString(StringToken.pass(cursor), cursor.since(start));
  }

  private SourceSpan keyword(String word) {
    int start = cursor.position();
    if (!cursor.text().startsWith(word, start)) {
      throw cursor.unexpected("a value");
    }
    cursor.moveTo(start + word.length());
    return cursor.since(start);
  }
}
