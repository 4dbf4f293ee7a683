package io.trafficgen.engine;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.domain.visit.FailureReason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a page may cost at most: each bound ends its own load, with its reason. */
public interface BoundsContract extends LoopbackContract {
  @Test
  default void an_endless_redirect_ends_after_five() {
    site().redirect("/round", 302, "/round");

    assertFails(site().url("/round"), FailureReason.CONTENT);

    assertThat(visits("/round")).isEqualTo(6);
  }

  @Test
  default void an_endless_body_ends_at_its_bound() {
    site()
        .on(
            "/huge",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/html");
              exchange.sendResponseHeaders(200, 0);
              pour(exchange.getResponseBody(), Integer.MAX_VALUE);
            });

    assertFails(site().url("/huge"), FailureReason.CONTENT);
  }

  @Test
  default void a_gzip_bomb_is_refused_as_what_it_becomes() {
    site()
        .on(
            "/bomb.gz",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/html");
              exchange.getResponseHeaders().set("Content-Encoding", "gzip");
              exchange.sendResponseHeaders(200, 0);
              try (OutputStream gzip = new GZIPOutputStream(exchange.getResponseBody())) {
                pour(gzip, 100_000_000);
              }
            });

    assertFails(site().url("/bomb.gz"), FailureReason.CONTENT);
  }

  @Test
  default void what_goes_on_behind_the_end_of_a_body_is_not_read() {
    site()
        .on(
            "/tail.gz",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/html");
              exchange.getResponseHeaders().set("Content-Encoding", "gzip");
              exchange.sendResponseHeaders(200, 0);
              GZIPOutputStream gzip = new GZIPOutputStream(exchange.getResponseBody());
              gzip.write("<a href='/on'>on</a>".getBytes(StandardCharsets.US_ASCII));
              gzip.finish();
              pour(exchange.getResponseBody(), Long.MAX_VALUE);
            });

    assertThat(assertLoads(site().url("/tail.gz")).links()).containsExactly(site().url("/on"));
  }

  @Test
  default void headers_without_measure_are_refused() {
    site()
        .on(
            "/headers-of-much",
            exchange -> {
              for (int i = 0; i < 10; i++) {
                exchange.getResponseHeaders().set("X-" + i, "y".repeat(10_000));
              }
              TestSite.send(exchange, 200, "text/html", "<p>fine</p>");
            });

    assertFails(site().url("/headers-of-much"), FailureReason.CONTENT);
  }

  @Test
  default void a_slow_drip_ends_at_the_deadline() {
    site()
        .on(
            "/drip",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              Drip.into(exchange.getResponseBody());
            });

    LoadOutcome outcome =
        driver().load(loadOf(site().url("/drip"), List.of(), Duration.ofSeconds(2)));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            NotLoaded.class,
            failure -> {
              assertThat(failure.reason()).isEqualTo(FailureReason.TIMEOUT);
              assertThat(failure.duration()).isLessThan(Duration.ofSeconds(6));
            });
  }

  @Test
  default void elements_nested_without_end_are_refused() {
    site().html("/deep", "<div>".repeat(3_000));

    assertFails(site().url("/deep"), FailureReason.CONTENT);
  }

  @Test
  default void a_download_is_refused() {
    site()
        .on(
            "/download",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=a");
              TestSite.send(exchange, 200, "application/zip", "PK");
            });

    assertFails(site().url("/download"), FailureReason.CONTENT);
  }

  @Test
  default void a_page_of_many_frames_and_images_stays_bounded() {
    site()
        .html(
            "/crowd",
            "<iframe src='/crowd?frame'></iframe>".repeat(20)
                + IntStream.range(0, 100)
                    .mapToObj(i -> "<img src='/crowd.png?" + i + "'>")
                    .collect(Collectors.joining()));

    driver().load(loadOf(site().url("/crowd"), List.of(), Duration.ofSeconds(10)));

    assertThat(site().seen())
        .extracting(TestSite.Seen::path)
        .filteredOn(path -> path.startsWith("/crowd"))
        .hasSizeBetween(20, 60);
  }

  private static void pour(OutputStream out, long length) throws IOException {
    byte[] chunk = " ".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
    for (long sent = 0; sent < length; sent += chunk.length) {
      out.write(chunk);
    }
  }
}
