package io.trafficgen.engine;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.visit.FailureReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the scripts of a page may cost at most. */
public interface RunawayScriptsContract extends LoopbackContract {
  @Test
  default void an_endless_script_fails_as_timeout() {
    site().html("/endless", "<script>for (;;) {}</script>");

    assertFails(site().url("/endless"), FailureReason.TIMEOUT);
  }

  @Test
  default void an_endless_timer_script_fails_as_timeout() {
    site().html("/timer", "<script>setTimeout(function () { for (;;) {} }, 1)</script>");

    assertFails(site().url("/timer"), FailureReason.TIMEOUT);
  }

  @Test
  default void storms_of_requests_frames_and_windows_stay_bounded() {
    site()
        .html(
            "/storm",
            """
            <iframe src="/storm"></iframe><script>
            for (var i = 0; i < 100; i++) { new Image().src = '/storm.png?' + i; window.open('/'); }
            </script>
            """);

    driver().load(loadOf(site().url("/storm"), List.of(), Duration.ofSeconds(10)));

    assertThat(site().seen())
        .extracting(TestSite.Seen::path)
        .filteredOn(path -> path.startsWith("/storm"))
        .hasSizeBetween(20, 60);
  }
}
