package io.trafficgen.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SiteTermsTest {
  @Test
  void reads_the_lines_it_knows() {
    SiteTerms terms =
        SiteTerms.parse(
            "tg-verify-0\nMax-Per-Minute : 30\r\nuntil: 2030-01-31\ncontact: ops@shop.example\n");

    assertThat(terms.maxPerMinute()).hasValue(30);
    assertThat(terms.until()).hasValue(Instant.parse("2030-02-01T00:00:00Z"));
    assertThat(terms.contact()).hasValue("ops@shop.example");
  }

  @Test
  void takes_a_moment_as_it_is() {
    assertThat(SiteTerms.parse("until: 2030-01-31T12:00:00Z").until())
        .hasValue(Instant.parse("2030-01-31T12:00:00Z"));
  }

  @Test
  void of_a_line_that_stands_twice_the_stricter_counts() {
    SiteTerms terms =
        SiteTerms.parse(
            "max-per-minute: 30\nuntil: 2030-01-31\nmax-per-minute: 20\nuntil: 2029-12-31");
    assertThat(terms.maxPerMinute()).hasValue(20);
    assertThat(terms.until()).hasValue(Instant.parse("2030-01-01T00:00:00Z"));
  }

  @Test
  void what_it_cannot_read_sets_no_limit() {
    assertThat(
            SiteTerms.parse(
                "max-per-minute: many\nuntil: 2030-02-31\nuntil: +9999999-01-01T00:00:00Z\n"
                    + "paths: shop, //\u0000\ncontact:\n: \n<html>: x"))
        .isEqualTo(SiteTerms.none());
  }

  @Test
  void until_ends_all_visits() {
    SiteTerms terms = SiteTerms.parse("until: 2030-01-31T12:00:00Z");
    assertThat(terms.allows(Instant.parse("2030-01-31T11:59:59Z"))).isTrue();
    assertThat(terms.allows(Instant.parse("2030-01-31T12:00:00Z"))).isFalse();
    assertThat(terms.nextOpening(Instant.parse("2030-01-31T12:00:00Z"))).isEmpty();
  }

  @Test
  void a_path_allows_itself_and_what_lies_below_it() {
    SiteTerms terms = SiteTerms.parse("paths: /shop, /blog/\npaths: /about.html");
    for (String path :
        new String[] {"/shop", "/shop/", "/shop/a?b=/x", "/shop?x", "/blog/a", "/about.html"}) {
      assertThat(terms.allowsPath(url(path))).as(path).isTrue();
    }
    for (String path :
        new String[] {"", "/", "/shopping", "/blog", "/about.html.bak", "/Shop", "/a/shop"}) {
      assertThat(terms.allowsPath(url(path))).as(path).isFalse();
    }
    assertThat(SiteTerms.none().allowsPath(url("/anything"))).isTrue();
    assertThat(SiteTerms.parse("paths: /").allowsPath(url(""))).isTrue();
  }

  @Test
  void no_path_climbs_out_of_what_is_allowed() {
    SiteTerms terms = SiteTerms.parse("paths: /shop");
    for (String path :
        new String[] {"/shop/../admin", "/shop/%2e%2e/admin", "/shop/%2E./x", "/shop/..%5cadmin"}) {
      assertThat(terms.allowsPath(url(path))).as(path).isFalse();
    }
    assertThat(terms.allowsPath(url("/shop/%61..b/x"))).isTrue();
  }

  private static URI url(String path) {
    return URI.create("https://shop.example" + path);
  }
}
