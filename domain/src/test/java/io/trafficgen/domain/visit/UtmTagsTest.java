package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.settings.Campaign;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtmTagsTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00.900Z");

  @ParameterizedTest
  @CsvSource({
    "https://a.example,               https://a.example?utm_source=s",
    "https://a.example/,              https://a.example/?utm_source=s",
    "https://a.example/x?a=1&b,       https://a.example/x?a=1&b&utm_source=s",
    "https://a.example/x?,            https://a.example/x?utm_source=s",
    "https://a.example/#top,          https://a.example/?utm_source=s#top",
    "https://a.example/?q=%C3%BC#a?b, https://a.example/?q=%C3%BC&utm_source=s#a?b",
    "https://a.example/?utm_source=o, https://a.example/?utm_source=o",
    "https://a.example/?utm_sources,  https://a.example/?utm_sources&utm_source=s",
    "http://[::1]:8081/ü,             http://[::1]:8081/ü?utm_source=s",
  })
  void keeps_query_and_fragment(URI url, URI tagged) {
    assertThat(new UtmTags(Map.of("utm_source", "s")).on(url)).isEqualTo(tagged);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{timestamp}}                     | 1795348800",
        "{{device_type}}-{{device_type}}   | tablet-tablet",
        "{{random_keyword}}                | red%20shoes%20%26%20socks",
        "a+b c*~/?#=%                      | a%2Bb%20c%2A~%2F%3F%23%3D%25",
        "grün 😀                           | gr%C3%BCn%20%F0%9F%98%80",
        "{{Timestamp}}                     | %7B%7BTimestamp%7D%7D",
      })
  void fills_placeholders_and_encodes(String template, String encoded) {
    assertThat(tags(template, "red shoes & socks").on(URI.create("https://a.example/")))
        .hasToString("https://a.example/?utm_term=" + encoded);
  }

  @Test
  void leaves_out_what_is_blank_and_the_url_as_it_was() {
    URI url = URI.create("https://a.example/x?#y");
    assertThat(tags("{{random_keyword}}", "").on(url)).isSameAs(url);
  }

  private static UtmTags tags(String template, String keyword) {
    Campaign campaign = new Campaign(Map.of("utm_term", template), List.of(), List.of());
    return UtmTags.of(campaign, Device.TABLET, START, keyword);
  }
}
