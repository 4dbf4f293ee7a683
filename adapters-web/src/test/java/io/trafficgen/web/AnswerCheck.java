package io.trafficgen.web;

import static io.trafficgen.web.OpenApi.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holds an answer against the contract: its status, its media type, every field of it. */
final class AnswerCheck {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<Object, Schema> KNOWN = new ConcurrentHashMap<>();

  private AnswerCheck() {}

  /** What is no operation of the contract may answer as it likes. */
  static void check(String method, String path, HttpResponse<String> response) {
    OpenApi.find(method, path.split("\\?", 2)[0])
        .ifPresent(operation -> check(operation, "HEAD".equals(method), response));
  }

  private static void check(ApiOperation operation, boolean head, HttpResponse<String> response) {
    String told = operation + " answered " + response.statusCode() + ": " + response.body();
    Optional<Map<String, Object>> answer = operation.answer(response.statusCode());
    assertThat(answer).as("the contract lists no such status: " + told).isPresent();
    if (response.statusCode() < 400) {
      assertThat(operation.successes())
          .as("the contract lists no such success: " + told)
          .containsKey("" + response.statusCode());
    }
    Map<String, Object> content = map(answer.orElseThrow().get("content"));
    if (content.isEmpty()) {
      assertThat(response.body()).as(told).isEmpty();
      return;
    }
    String type =
        response.headers().firstValue("Content-Type").orElse("none").split(";", 2)[0].strip();
    assertThat(content).as(told).containsKey(type);
    if (type.endsWith("json") && !head) {
      assertThat(problems(map(content.get(type)).get("schema"), response.body()))
          .as(told)
          .isEmpty();
    }
  }

  /** What is wrong with {@code json}, beside fields that the schema does not know. */
  static List<?> problems(Object schema, String json) {
    return KNOWN.computeIfAbsent(schema, AnswerCheck::compiled).validate(json, InputFormat.JSON);
  }

  private static Schema compiled(Object schema) {
    Map<String, Object> whole = new LinkedHashMap<>(map(closed(schema)));
    whole.put("components", closed(OpenApi.ROOT.get("components")));
    try {
      return SCHEMAS.getSchema(MAPPER.writeValueAsString(whole), InputFormat.JSON);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An answer has no field that the contract does not name. */
  private static Object closed(Object node) {
    if (node instanceof List<?> list) {
      return list.stream().map(AnswerCheck::closed).toList();
    }
    if (!(node instanceof Map<?, ?>)) {
      return node;
    }
    Map<String, Object> closed = new LinkedHashMap<>();
    map(node).forEach((name, value) -> closed.put(name, closed(value)));
    if (closed.get("properties") instanceof Map<?, ?>) {
      closed.putIfAbsent("additionalProperties", false);
    }
    return closed;
  }
}
