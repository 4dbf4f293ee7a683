package io.trafficgen.domain.settings;

import static io.trafficgen.domain.settings.SettingsText.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignTest {

  @Test
  void names_the_query_parameters() {
    assertThat(settings(",'utmTerm':' a b ','utmSource':'s','utmContent':''").campaign().utm())
        .containsExactly(Map.entry("utm_source", "s"), Map.entry("utm_term", "a b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'red shoes\\nboots, socks' | [red shoes, boots, socks]",
        "['red shoes',7,'boots,socks',null] | [red shoes, boots, socks]",
        "{} | []",
        "7 | []",
      })
  void reads_keywords_as_they_come(String json, String keywords) {
    assertThat(settings(",'keywords':" + json).campaign().keywords()).hasToString(keywords);
  }

  @Test
  void keeps_the_referrers_that_are_urls_without_fragments_and_credentials() {
    assertThat(
            settings(
                    ",'referralUrls':'https://b.example/a#x\\nnews\\nftp://c.example/\\n"
                        + "https://u:p@d.example/\\nhttps://e.example'")
                .campaign()
                .referralUrls())
        .extracting(Object::toString)
        .containsExactly("https://b.example/a", "https://e.example");
  }

  @Test
  void knows_exits_by_name_and_never_keeps_other_proxies() {
    assertThat(
            settings(",'customProxies':'de-1\\nhttp://u:p@x.example:3128, us_2\\nde-1'")
                .routing()
                .customProxies())
        .containsExactly("de-1", "us_2");
  }
}
