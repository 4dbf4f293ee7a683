package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.VisitDriverContract;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MeteredDriverTest {
  private static final PageLoad LOAD =
      VisitDriverContract.loadOf(URI.create("http://shop.example/"));

  @Test
  void a_driver_is_full_while_as_many_loads_wait_or_run_as_it_bears() {
    AtomicReference<MeteredDriver> metered = new AtomicReference<>();
    List<Boolean> full = new ArrayList<>();
    metered.set(
        new MeteredDriver(
            load -> {
              full.add(metered.get().isFull());
              if (full.size() == 1) {
                metered.get().load(LOAD);
              }
              return new NotLoaded(FailureReason.CONNECT, "", Duration.ZERO);
            },
            2));
    metered.get().load(LOAD);
    assertThat(full).containsExactly(false, true);
    assertThat(metered.get().isFull()).isFalse();
  }
}
