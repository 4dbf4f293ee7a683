package io.trafficgen.web;

import static io.trafficgen.web.OpenApi.list;
import static io.trafficgen.web.OpenApi.map;
import static io.trafficgen.web.OpenApi.resolved;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One operation of the contract. */
record ApiOperation(String method, String path, Map<String, Object> node) {
  private static final String JSON = "application/json";

  boolean covers(String path) {
    return Pattern.matches(this.path.replaceAll("\\{[a-z_]+}", "[^/]+"), path);
  }

  boolean isPublic() {
    return node.containsKey("security") && list(node.get("security")).isEmpty();
  }

  boolean isFor(String tag) {
    return list(node.get("tags")).contains(tag);
  }

  /** The documented answer of a status, else the one for all others. */
  Optional<Map<String, Object>> answer(int status) {
    Map<String, Object> answers = map(node.get("responses"));
    return Optional.ofNullable(answers.getOrDefault("" + status, answers.get("default")))
        .map(OpenApi::resolved);
  }

  /** Answers of success, with their media types. */
  Map<String, Map<String, Object>> successes() {
    Map<String, Map<String, Object>> successes = new TreeMap<>();
    map(node.get("responses"))
        .forEach((status, answer) -> {
          if (status.startsWith("2") || status.startsWith("3")) {
            successes.put(status, resolved(answer));
          }
        });
    return successes;
  }

  /** The media type object of a JSON body; empty if it takes none. */
  Optional<Map<String, Object>> body() {
    return Optional.ofNullable(
            map(resolved(node.getOrDefault("requestBody", Map.of())).get("content")).get(JSON))
        .map(OpenApi::map);
  }

  boolean bodyRequired() {
    return Boolean.TRUE.equals(
        resolved(node.getOrDefault("requestBody", Map.of())).get("required"));
  }

  /** Names of the fields that the body must have. */
  List<String> requiredFields() {
    return list(bodySchema().get("required")).stream().map(String::valueOf).toList();
  }

  /** The declared type of each field of the body, without null. */
  Map<String, String> fieldTypes() {
    Map<String, String> types = new TreeMap<>();
    map(bodySchema().get("properties"))
        .forEach((name, schema) -> {
          Object type = resolved(schema).get("type");
          List<?> all = type instanceof List<?> several ? several : List.of("" + type);
          List<?> real = all.stream().filter(one -> !"null".equals(one)).toList();
          if (real.size() == 1 && !"null".equals("" + type)) {
            types.put(name, "" + real.get(0));
          }
        });
    return types;
  }

  /** Parameters of the query ({@code query}) or of the head ({@code header}). */
  List<Map<String, Object>> parameters(String in) {
    return list(node.get("parameters")).stream()
        .map(OpenApi::resolved)
        .filter(parameter -> in.equals(parameter.get("in")))
        .toList();
  }

  private Map<String, Object> bodySchema() {
    return body().map(content -> resolved(content.get("schema"))).orElse(Map.of());
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
