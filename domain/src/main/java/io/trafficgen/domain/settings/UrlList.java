package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.json.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code entryUrls}, {@code innerUrls}, {@code exitUrls}: text with one absolute http or https URL
 * (RFC 3986) a line; blank lines count for nothing. Whether a host may be visited is not decided
 * here.
 */
final class UrlList {
  static final List<String> EXAMPLES =
      List.of(
          "\"https://shop.example/\"", "\"https://shop.example/\\nhttps://shop.example/a?b=1\"");
  static final String EXAMPLE = String.join(", ", EXAMPLES);

  /** So many wrong lines are told; a list of thousands may be wrong throughout. */
  private static final int MAX_PROBLEMS = 20;

  private UrlList() {}

  static List<URI> parse(JsonValue value) {
    String text =
        ScalarForm.text(value)
            .orElseThrow(
                () -> new InvalidValueException("", "must be text, one URL a line", EXAMPLE));
    List<URI> urls = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      number++;
      if (line.isEmpty()) {
        continue;
      }
      Optional<URI> url = WebUrl.find(line);
      url.ifPresent(urls::add);
      if (url.isEmpty() && problems.size() < MAX_PROBLEMS) {
        problems.add(
            new Problem(
                "",
                "line %d is no http or https URL with a host, within %d characters"
                    .formatted(number, WebUrl.MAX_LENGTH),
                EXAMPLE));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidValueException(problems);
    }
    return List.copyOf(urls);
  }
}
