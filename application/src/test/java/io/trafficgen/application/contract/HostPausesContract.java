package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.HostPauses;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.HostPause;
import org.junit.jupiter.api.Test;

/** What every {@link HostPauses} keeps. */
public interface HostPausesContract {
  HostPauses pauses();

  @Test
  default void the_longest_pause_counts_until_it_is_over() {
    Host host = Host.parse("busy.example:8081");
    pauses().pause(new HostPause(host, NOW.plusSeconds(60)));
    pauses().pause(new HostPause(host, NOW.plusSeconds(30)));
    assertThat(pauses().current(NOW.plusSeconds(59))).containsEntry(host, NOW.plusSeconds(60));
    assertThat(pauses().current(NOW.plusSeconds(60))).doesNotContainKey(host);
  }
}
