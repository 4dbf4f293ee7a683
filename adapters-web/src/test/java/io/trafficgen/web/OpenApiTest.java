package io.trafficgen.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract and the server name the same routes. */
class OpenApiTest {
  private static final Set<String> CONSOLE =
      Set.of(
          "GET /",
          "GET /live.js",
          "GET /payments.js",
          "GET /mailed.js",
          "GET /affiliate.js",
          "GET /api.js",
          "GET /style.css",
          "GET /icon.svg");

  @Test
  void holds_every_route_and_no_other() {
    Set<String> written =
        OpenApi.operations().stream()
            .map(ApiOperation::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    try (TestHouse house = TestHouse.open()) {
      Set<String> served =
          house.groups.stream()
              .flatMap(group -> group.routes().stream())
              .map(route -> route.method().name() + " " + route.path())
              .filter(route -> !CONSOLE.contains(route) && !route.contains("/test/"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(written).isEqualTo(served);
    }
  }

  @Test
  void resolves_every_reference() {
    check(OpenApi.ROOT, OpenApi.ROOT);
  }

  @ParameterizedTest
  @MethodSource("io.trafficgen.web.OpenApi#operations")
  void shows_examples_that_fit(ApiOperation operation) throws JsonProcessingException {
    for (Map<String, Object> content : examples(operation)) {
      assertThat(content).as(operation + " has no example").containsKey("example");
      String example = new ObjectMapper().writeValueAsString(content.get("example"));
      assertThat(AnswerCheck.problems(content.get("schema"), example)).as(example).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"status\":1}", "{\"status\":\"ready\",\"more\":1}"})
  void notices_what_the_contract_does_not_say(String answer) {
    ApiOperation health = OpenApi.find("GET", "/health/live").orElseThrow();
    assertThat(AnswerCheck.problems(examples(health).get(0).get("schema"), answer)).isNotEmpty();
  }

  /** Of the body, and of the answers of success. */
  private static List<Map<String, Object>> examples(ApiOperation operation) {
    List<Map<String, Object>> examples = new ArrayList<>();
    operation.body().ifPresent(examples::add);
    for (Map<String, Object> answer : operation.successes().values()) {
      Optional.ofNullable(OpenApi.map(answer.get("content")).get("application/json"))
          .map(OpenApi::map)
          .ifPresent(examples::add);
    }
    return examples;
  }

  private static void check(Object node, Map<String, Object> contract) {
    if (node instanceof Map<?, ?> map) {
      if (map.get("$ref") instanceof String reference) {
        Object target = contract;
        for (String step : reference.substring(2).split("/", -1)) {
          assertThat(target).as(reference).isInstanceOf(Map.class);
          target = ((Map<?, ?>) target).get(step);
        }
        assertThat(target).as(reference).isNotNull();
      }
      map.values().forEach(value -> check(value, contract));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> check(value, contract));
    }
  }
}
