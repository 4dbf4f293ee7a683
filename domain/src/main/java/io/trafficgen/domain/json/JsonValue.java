package io.trafficgen.domain.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value (RFC 8259, section 3) that knows the text it was read from. */
public sealed interface JsonValue {

  /** Where the value stands in the text that was read. */
  SourceSpan span();

  /** The exact text of the value: numbers, escapes, blanks and order as they were written. */
  default String source() {
    return span().slice();
  }

  /** Members in the order of the source; names are unescaped and unique. */
  record JsonObject(Map<String, JsonValue> members, SourceSpan span) implements JsonValue {
    public JsonObject {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The member of that name, if there is one; a JSON null is a member. */
    public Optional<JsonValue> member(String name) {
      return Optional.ofNullable(members.get(name));
    }
  }

  /** Elements in the order of the source. */
  record JsonArray(List<JsonValue> elements, SourceSpan span) implements JsonValue {
    public JsonArray {
      elements = List.copyOf(elements);
    }
  }

  /** A string, unescaped; it may hold U+0000 and half surrogate pairs if they were escaped. */
  record JsonString(String value, SourceSpan span) implements JsonValue {}

  /** A number as it was written: {@code 1e2}, {@code 1.10} and thirty digits stay themselves. */
  record JsonNumber(SourceSpan span) implements JsonValue {
    /** The exact value. */
    public BigDecimal decimal() {
      return new BigDecimal(source());
    }
  }

  /** {@code true} or {@code false}. */
  record JsonBoolean(boolean value, SourceSpan span) implements JsonValue {}

  /** {@code null}. */
  record JsonNull(SourceSpan span) implements JsonValue {}
}
