package io.trafficgen.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The contract, openapi.yaml, as maps and lists. */
final class OpenApi {
  static final Map<String, Object> ROOT = load();

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private OpenApi() {}

  private static Map<String, Object> load() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(1_000);
    try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.yaml")) {
      return new Yaml(options).load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All operations, in the order of the file. */
  static List<ApiOperation> operations() {
    List<ApiOperation> operations = new ArrayList<>();
    map(ROOT.get("paths"))
        .forEach((path, item) ->
            map(item)
                .forEach((method, operation) -> {
                  if (METHODS.contains(method)) {
                    operations.add(
                        new ApiOperation(
                            method.toUpperCase(Locale.ROOT), path, resolved(operation)));
                  }
                }));
    return operations;
  }

  /** The operation that answers {@code path}; {@code /projects…} is one of the API, too. */
  static Optional<ApiOperation> find(String method, String path) {
    String full = path.startsWith("/projects") ? "/api" + path : path;
    String asked = "HEAD".equals(method) ? "GET" : method;
    List<ApiOperation> fitting =
        operations().stream()
            .filter(operation -> operation.method().equals(asked) && operation.covers(full))
            .toList();
    // A path without parameters, such as /api/projects/plan, goes before one with.
    return fitting.stream()
        .filter(operation -> !operation.path().contains("{"))
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  /** What a reference stands for; everything else is itself. */
  static Map<String, Object> resolved(Object node) {
    Map<String, Object> map = map(node);
    if (map.get("$ref") instanceof String reference) {
      Object target = ROOT;
      for (String step : reference.substring(2).split("/", -1)) {
        target = map(target).get(step);
      }
      return resolved(target);
    }
    return map;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object node) {
    return node == null ? Map.of() : (Map<String, Object>) node;
  }

  static List<?> list(Object node) {
    return node == null ? List.of() : (List<?>) node;
  }
}
