package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonBoolean;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * {@code sitemap}, {@code websiteCrawler}: whether pages are looked for, and where.
 *
 * @param at where to begin; empty for the usual place on the host of each entry URL
 */
public record CrawlSource(boolean on, Optional<URI> at) {
  static final CrawlSource NONE = new CrawlSource(false, Optional.empty());
  static final List<String> EXAMPLES =
      List.of("true", "false", "\"https://shop.example/sitemap.xml\"");

  public CrawlSource {
    if (!on && at.isPresent()) {
      throw new IllegalArgumentException("a place to begin at, and no crawl");
    }
  }

  static CrawlSource parse(JsonValue value) {
    if (value instanceof JsonBoolean flag) {
      return new CrawlSource(flag.value(), Optional.empty());
    }
    String text = ScalarForm.text(value).orElse("");
    if (text.equals("true") || text.equals("false")) {
      return new CrawlSource(text.equals("true"), Optional.empty());
    }
    return WebUrl.find(text)
        .map(url -> new CrawlSource(true, Optional.of(url)))
        .orElseThrow(() ->
            new InvalidValueException(
                "", "must be true, false or a URL", String.join(", ", EXAMPLES)));
  }
}
