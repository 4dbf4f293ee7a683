package io.trafficgen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The contract and the server name the same routes. */
class OpenApiTest {
  private static final Set<String> CONSOLE =
      Set.of("GET /", "GET /live.js", "GET /api.js", "GET /style.css", "GET /icon.svg");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private static Map<String, Object> contract() throws IOException {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("/openapi.yaml")) {
      return new Yaml().load(in);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> paths() throws IOException {
    return (Map<String, Map<String, Object>>) contract().get("paths");
  }

  @Test
  void holds_every_route_and_no_other() throws IOException {
    Set<String> written = new TreeSet<>();
    paths()
        .forEach((path, item) ->
            item.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> written.add(method.toUpperCase(Locale.ROOT) + " " + path)));
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
  void resolves_every_reference() throws IOException {
    Map<String, Object> contract = contract();
    check(contract, contract);
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
