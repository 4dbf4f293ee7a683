package io.trafficgen.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What can be wrong with the body of an operation. */
final class BadBodies {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<String, String> WRONG_VALUES =
      Map.ofEntries(
          Map.entry("string", "17"),
          Map.entry("integer", "\"ten\""),
          Map.entry("number", "\"ten\""),
          Map.entry("boolean", "\"perhaps\""),
          Map.entry("object", "17"),
          Map.entry("array", "17"));

  /**
   * @param pointer what the problem must name; empty for none
   */
  record BadBody(String what, String type, byte[] bytes, int status, String pointer) {}

  private final ApiOperation operation;
  private final List<BadBody> found = new ArrayList<>();

  private BadBodies(ApiOperation operation) {
    this.operation = operation;
  }

  static List<BadBody> of(ApiOperation operation) {
    BadBodies bodies = new BadBodies(operation);
    bodies.forms();
    bodies.fields();
    return bodies.found;
  }

  /** A body that fits; none if the operation takes none. */
  static byte[] good(ApiOperation operation) {
    return operation.body().map(content -> json(content.get("example"))).orElse(new byte[0]);
  }

  private void forms() {
    if (operation.bodyRequired()) {
      add("without a body", "", 400, "");
    }
    add("with half a body", "{", 400, "");
    add("with a list", "[]", 400, "");
    add("with a key twice", "{\"a\":1,\"a\":1}", 400, "/a");
    add("with a huge number", "{\"a\":1e401}", 400, "/a");
    add("with a deep list", "{\"a\":" + "[".repeat(70) + "]".repeat(70) + "}", 400, "/a");
    // above four times what settings may have, whose own limit is a matter of their field
    add("with too much", "{\"a\":\"" + "a".repeat(1 << 21) + "\"}", 413, "");
    found.add(
        new BadBody("with bad UTF-8", "application/json", new byte[] {'{', '"', -1, '"'}, 400, ""));
    found.add(new BadBody("with plain text", "text/plain", good(operation), 415, ""));
  }

  private void fields() {
    for (String field : operation.requiredFields()) {
      change("without " + field, field, body -> body.remove(field));
    }
    operation
        .fieldTypes()
        .forEach((field, type) ->
            change(
                "with a wrong " + field,
                field,
                body -> body.putRawValue(field, new RawValue(WRONG_VALUES.get(type)))));
  }

  private void change(String what, String field, Consumer<ObjectNode> change) {
    ObjectNode body = MAPPER.valueToTree(operation.body().orElseThrow().get("example"));
    change.accept(body);
    found.add(new BadBody(what, "application/json", json(body), 400, "/" + field));
  }

  private void add(String what, String body, int status, String pointer) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    found.add(new BadBody(what, "application/json", bytes, status, pointer));
  }

  private static byte[] json(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
