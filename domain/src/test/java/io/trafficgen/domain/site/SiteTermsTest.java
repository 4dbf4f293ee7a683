package io.trafficgen.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SiteTermsTest {
  @Test
  void reads_the_lines_it_knows() {
    SiteTerms terms = SiteTerms.parse("tg-verify-0\nMax-Per-Minute : 30\r\nuntil: 2030-01-31\n");

    assertThat(terms.maxPerMinute()).hasValue(30);
    assertThat(terms.until()).hasValue(Instant.parse("2030-02-01T00:00:00Z"));
  }

  @Test
  void takes_a_moment_as_it_is() {
    assertThat(SiteTerms.parse("until: 2030-01-31T12:00:00Z").until())
        .hasValue(Instant.parse("2030-01-31T12:00:00Z"));
  }

  @Test
  void what_it_cannot_read_sets_no_limit() {
    assertThat(SiteTerms.parse("max-per-minute: many\nuntil: 2030-02-31\n: \n<html>: x"))
        .isEqualTo(SiteTerms.none());
  }
}
