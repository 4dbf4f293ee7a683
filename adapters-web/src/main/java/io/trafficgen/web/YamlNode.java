package io.trafficgen.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A place in a YAML document; references within the document are followed. */
record YamlNode(Object value, Object document) {
  private static final String REFERENCE = "$ref";

  static YamlNode parse(String yaml) {
    Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return new YamlNode(document, document);
  }

  /** What a mapping has under a name. */
  Optional<YamlNode> get(String name) {
    return mapping()
        .filter(entry -> entry.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findAny();
  }

  /** Entries of a mapping, in their order; none for anything else. */
  Stream<Map.Entry<String, YamlNode>> mapping() {
    return value instanceof Map<?, ?> map
        ? map.entrySet().stream()
            .map(entry -> Map.entry(String.valueOf(entry.getKey()), at(entry.getValue())))
        : Stream.of();
  }

  /** Items of a list; none for anything else. */
  Stream<YamlNode> items() {
    return value instanceof List<?> list ? list.stream().map(this::at) : Stream.of();
  }

  /** The text that stands under a name; empty if none does. */
  String text(String name) {
    return get(name).map(node -> node.value().toString()).orElse("");
  }

  private YamlNode at(Object raw) {
    return raw instanceof Map<?, ?> map && map.get(REFERENCE) instanceof String reference
        ? target(reference)
        : new YamlNode(raw == null ? "" : raw, document);
  }

  private YamlNode target(String reference) {
    YamlNode node = new YamlNode(document, document);
    for (String step : reference.substring(2).split("/", -1)) {
      node =
          node.get(step).orElseThrow(() -> new IllegalStateException(reference + " leads nowhere"));
    }
    return node;
  }
}
