package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonArray;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the fields of one object, or of a list, and gathers every problem on the way. A field
 * parser takes the value and refuses it with pointers relative to that value.
 */
final class FieldReader {
  /** More than any field needs; it bounds how many problems one list can cause. */
  private static final int MAX_ELEMENTS = 500;

  private final Map<String, JsonValue> members;
  private final String pointer;
  private final List<Problem> problems;
  private final Set<String> asked;

  private FieldReader(
      Map<String, JsonValue> members, String pointer, List<Problem> problems, Set<String> asked) {
    this.members = members;
    this.pointer = pointer;
    this.problems = problems;
    this.asked = asked;
  }

  static FieldReader of(JsonObject object) {
    return new FieldReader(object.members(), "", new ArrayList<>(), new LinkedHashSet<>());
  }

  /** Reads the elements of a list as fields that are named {@code 0}, {@code 1} and so on. */
  static FieldReader ofElements(JsonValue value, String example) {
    if (!(value instanceof JsonArray array)) {
      throw new InvalidValueException("", "must be a list", example);
    }
    if (array.elements().size() > MAX_ELEMENTS) {
      throw new InvalidValueException("", "has more than " + MAX_ELEMENTS + " elements", example);
    }
    Map<String, JsonValue> elements = new LinkedHashMap<>();
    array.elements().forEach(each -> elements.put(Integer.toString(elements.size()), each));
    return new FieldReader(elements, "", new ArrayList<>(), new LinkedHashSet<>());
  }

  /** All fields there are, known or not, in the order of the source. */
  Stream<String> names() {
    return members.keySet().stream();
  }

  boolean has(String name) {
    return value(name).isPresent();
  }

  /** The field's value; the fallback if it is absent, or refused and thereby a problem. */
  <T> T read(String name, T fallback, Function<JsonValue, T> parser) {
    return find(name, parser).orElse(fallback);
  }

  /** The field's value; none if it is absent, or refused and thereby a problem. */
  <T> Optional<T> find(String name, Function<JsonValue, T> parser) {
    return value(name).flatMap(value -> parsed(name, value, parser));
  }

  /** The field's value; none if it is absent or refused, and either is a problem. */
  <T> Optional<T> require(String name, String example, Function<JsonValue, T> parser) {
    if (!has(name)) {
      problems.add(new Problem(at(name), "is required", example));
    }
    return find(name, parser);
  }

  /** The fields of an object inside this one; an absent object has none. */
  FieldReader object(String name) {
    Map<String, JsonValue> inner =
        member(name).flatMap(value -> parsed(name, value, FieldReader::members)).orElse(Map.of());
    return new FieldReader(inner, at(name), problems, asked);
  }

  /** Throws all problems that were gathered, if there are any. */
  void finish() {
    if (!problems.isEmpty()) {
      throw new InvalidValueException(problems);
    }
  }

  private static Map<String, JsonValue> members(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.members();
    }
    throw new InvalidValueException("", "must be an object", "{}");
  }

  /** Pointers to all fields that were asked for, in this object and those inside it. */
  Set<String> asked() {
    return Collections.unmodifiableSet(asked);
  }

  private Optional<JsonValue> value(String name) {
    asked.add(at(name));
    return member(name);
  }

  private Optional<JsonValue> member(String name) {
    return Optional.ofNullable(members.get(name)).filter(value -> !ScalarForm.isAbsent(value));
  }

  private <T> Optional<T> parsed(String name, JsonValue value, Function<JsonValue, T> parser) {
    try {
      return Optional.of(parser.apply(value));
    } catch (InvalidValueException refusal) {
      problems.addAll(refusal.under(at(name)).problems());
      return Optional.empty();
    }
  }

  private String at(String name) {
    return pointer + "/" + name;
  }
}
