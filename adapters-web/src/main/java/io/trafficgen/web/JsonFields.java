package io.trafficgen.web;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.json.JsonReader;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonNull;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import io.trafficgen.domain.json.JsonValue.JsonString;
import io.trafficgen.domain.json.SourceSpan;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the fields of a body and collects what is wrong with all of them: read every field, then
 * call {@link #requireValid()}, then use the values. Unknown fields are allowed; null is absent.
 */
final class JsonFields {
  private final JsonObject body;
  private final List<Problem> problems = new ArrayList<>();

  private JsonFields(JsonObject body) {
    this.body = body;
  }

  /**
   * Reads a body strictly, with the reader of the settings, so that nothing in the house disagrees
   * about JSON.
   */
  static JsonFields of(byte[] utf8) {
    if (JsonReader.readEnvelope(utf8) instanceof JsonObject object) {
      return new JsonFields(object);
    }
    throw new InvalidValueException("", "the body must be an object", "{}");
  }

  /** Reads {@code name=value&…} (application/x-www-form-urlencoded); every field is a string. */
  static JsonFields ofForm(byte[] ascii) {
    String text = new String(ascii, StandardCharsets.UTF_8);
    SourceSpan whole = new SourceSpan(text, 0, text.length());
    Map<String, JsonValue> members = new LinkedHashMap<>();
    try {
      for (String pair : text.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        members.put(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8), new JsonString(value, whole));
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException("", "is no form", "username=owner&password=secret");
    }
    return new JsonFields(new JsonObject(members, whole));
  }

  /** Empty if the field is absent or wrong; then {@link #requireValid()} throws. */
  <T> Optional<T> required(String name, JsonForm<T> form) {
    Optional<JsonValue> value = present(name);
    if (value.isEmpty()) {
      problems.add(new Problem("/" + name, "is missing", form.example()));
    }
    return value.flatMap(found -> read(name, form, found));
  }

  /** Empty if the field is absent; also if it is wrong, and then {@link #requireValid()} throws. */
  <T> Optional<T> optional(String name, JsonForm<T> form) {
    return present(name).flatMap(found -> read(name, form, found));
  }

  /** Whether the field is there and null: a value is to be taken away. */
  boolean isNull(String name) {
    return body.member(name).filter(JsonNull.class::isInstance).isPresent();
  }

  /** Refuses a field that is changed elsewhere. */
  void refuse(String name, String reason, String example) {
    if (body.member(name).isPresent()) {
      problems.add(new Problem("/" + name, reason, example));
    }
  }

  /** Throws if any field read so far was missing or wrong, naming all of them. */
  void requireValid() {
    if (!problems.isEmpty()) {
      throw new InvalidValueException(problems);
    }
  }

  private Optional<JsonValue> present(String name) {
    return body.member(name).filter(value -> !(value instanceof JsonNull));
  }

  private <T> Optional<T> read(String name, JsonForm<T> form, JsonValue value) {
    try {
      return Optional.of(form.reader().apply(value));
    } catch (InvalidValueException e) {
      problems.addAll(e.under("/" + name).problems());
      return Optional.empty();
    }
  }
}
