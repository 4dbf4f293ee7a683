package io.trafficgen.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract as a page to read: made once, without a script, loading nothing from elsewhere. */
final class ApiPage {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>TrafficGen API</title>
      <link rel="icon" href="/icon.svg">
      <link rel="stylesheet" href="/style.css">
      </head>
      <body>
      <header><h1>TrafficGen API</h1><p><a href="/">Console</a></p></header>
      <main class="api">
      <p>For programs: <a href="/openapi.yaml">openapi.yaml</a>.</p>
      """;

  private final YamlNode contract;
  private final StringBuilder html = new StringBuilder(HEAD);

  private ApiPage(YamlNode contract) {
    this.contract = contract;
  }

  /** The page of an OpenAPI document. */
  static String of(String openapi) {
    ApiPage page = new ApiPage(YamlNode.parse(openapi));
    page.write();
    return page.html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void write() {
    String about = contract.get("info").map(info -> info.text("description")).orElse("");
    for (String paragraph : about.split("\n\n", -1)) {
      html.append("<p>").append(words(paragraph)).append("</p>\n");
    }
    contract.get("tags").stream()
        .flatMap(YamlNode::items)
        .map(tag -> tag.text("name"))
        .forEach(this::writeTag);
  }

  private void writeTag(String tag) {
    html.append("<h2>").append(words(tag)).append("</h2>\n");
    contract.get("paths").stream()
        .flatMap(YamlNode::mapping)
        .forEach(path ->
            path.getValue()
                .mapping()
                .filter(entry -> METHODS.contains(entry.getKey()) && has(entry.getValue(), tag))
                .forEach(entry ->
                    writeCall(entry.getKey(), path.getKey(), path.getValue(), entry.getValue())));
  }

  private static boolean has(YamlNode call, String tag) {
    return call.get("tags").stream().flatMap(YamlNode::items).anyMatch(t -> tag.equals(t.value()));
  }

  private void writeCall(String method, String path, YamlNode item, YamlNode call) {
    html.append("<section>\n<h3><code>")
        .append(method.toUpperCase(Locale.ROOT))
        .append(' ')
        .append(words(path))
        .append("</code></h3>\n<p>")
        .append(words(call.text("summary") + " " + call.text("description")))
        .append("</p>\n");
    String parameters =
        Stream.of(item, call)
            .flatMap(level -> level.get("parameters").stream())
            .flatMap(YamlNode::items)
            .map(ApiPage::parameter)
            .collect(Collectors.joining());
    writeTable("Parameter", parameters);
    call.get("requestBody").flatMap(ApiPage::example).ifPresent(this::writeExample);
    String answers =
        call.get("responses").stream()
            .flatMap(YamlNode::mapping)
            .map(ApiPage::answer)
            .collect(Collectors.joining());
    writeTable("Answer", answers);
    html.append("</section>\n");
  }

  private static String parameter(YamlNode parameter) {
    String place = parameter.text("in");
    String need = parameter.text("required").equals("true") ? ", required" : "";
    return row(parameter.text("name"), parameter.text("description") + " (" + place + need + ")");
  }

  private static String answer(Map.Entry<String, YamlNode> answer) {
    return row(answer.getKey(), answer.getValue().text("description"))
        + example(answer.getValue())
            .map(text -> "<tr><td></td><td><pre>" + escaped(text) + "</pre></td></tr>\n")
            .orElse("");
  }

  private static String row(String name, String text) {
    return "<tr><td><code>" + escaped(name) + "</code></td><td>" + words(text) + "</td></tr>\n";
  }

  private void writeTable(String heading, String rows) {
    if (!rows.isEmpty()) {
      html.append("<table>\n<thead><tr><th>")
          .append(heading)
          .append("</th><th></th></tr></thead>\n<tbody>\n")
          .append(rows)
          .append("</tbody>\n</table>\n");
    }
  }

  private void writeExample(String text) {
    html.append("<pre>").append(escaped(text)).append("</pre>\n");
  }

  /** The example of the first media type. */
  private static Optional<String> example(YamlNode message) {
    return message
        .get("content")
        .flatMap(content -> content.mapping().findFirst())
        .flatMap(media -> media.getValue().get("example"))
        .map(YamlNode::value)
        .map(value -> value instanceof String text ? text.strip() : Json.text(value));
  }

  /** Text in which back-quotes mark code. */
  private static String words(String text) {
    return escaped(text.strip()).replaceAll("`([^`]*)`", "<code>$1</code>");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
