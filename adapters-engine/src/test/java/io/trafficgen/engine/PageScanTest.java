package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.engine.PageScan.Resource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.htmlunit.cyberneko.xerces.xni.XNIException;
import org.junit.jupiter.api.Test;

/** What a page may cost by the addresses that it names. */
class PageScanTest {
  private static final String LONG = "x".repeat(100_000);

  private final AtomicBoolean late = new AtomicBoolean();

  @Test
  void a_base_of_any_length_costs_no_more_than_it_is_long() throws IOException {
    PageScan scan =
        scan("<base href='/%s/'><img src=a.png><a href=on>on</a>".formatted(LONG).repeat(2));

    assertThat(scan.resources()).extracting(Resource::url).containsExactly("http://a.test/a.png");
    assertThat(scan.links()).containsExactly(URI.create("http://a.test/on"));
  }

  @Test
  void an_address_that_is_too_long_or_becomes_so_is_as_if_it_were_not_there() throws IOException {
    String half = "x".repeat(1_500);
    PageScan scan =
        scan(
            "<base href='/%1$s/'><img src=%2$s><img src=%1$s><img src=a.png>"
                .formatted(half, LONG)
                .concat("<meta http-equiv=refresh content='0; URL=/" + LONG + "'>"));

    assertThat(scan.resources())
        .extracting(Resource::url)
        .containsExactly("http://a.test/" + half + "/a.png");
    assertThat(scan.refresh()).isEmpty();
  }

  @Test
  void no_more_anchors_are_tried_than_an_honest_page_has() throws IOException {
    assertThat(scan("<a href='mailto:a@b.c'>a</a>".repeat(10_000) + "<a href=on>on</a>").links())
        .isEmpty();
    assertThat(scan("<a href='mailto:a@b.c'>a</a>".repeat(1_000) + "<a href=on>on</a>").links())
        .hasSize(1);
  }

  @Test
  void it_ends_when_it_is_late() {
    late.set(true);

    assertThatThrownBy(() -> scan("<p>a</p>")).isInstanceOf(XNIException.class);
  }

  private PageScan scan(String html) throws IOException {
    PageScan scan = new PageScan(URI.create("http://a.test/"), false, 2_000, late::get);
    scan.read(
        new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)), Optional.of("UTF-8"));
    return scan;
  }
}
