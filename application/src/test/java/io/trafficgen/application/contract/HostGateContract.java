package io.trafficgen.application.contract;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.HostGate;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.domain.safety.HostClosures;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link HostGate} keeps, before the driver whose requests it is for. */
public interface HostGateContract extends VisitDriverContract {
  HostGate gate();

  /** What a test closed. */
  @AfterEach
  default void openAll() {
    gate().admitAllBut(HostClosures.none());
  }

  @ParameterizedTest
  @EnumSource(names = {"KILLED", "RETRY_AFTER"})
  default void a_page_of_a_closed_host_ends_with_its_reason_until_it_opens(FailureReason reason) {
    URI page = serve("/shut", 200, List.of());
    close(page, reason);
    assertThat(ending(driver().load(loadOf(page)))).isEqualTo(reason);

    close(URI.create("http://other.example/"), reason);

    assertThat(driver().load(loadOf(page))).isInstanceOf(Loaded.class);
  }

  /** From now on the host of {@code url} is closed, and no other. */
  default void close(URI url, FailureReason reason) {
    gate().admitAllBut(new HostClosures(Map.of(Host.of(url), reason)));
  }

  static FailureReason ending(LoadOutcome outcome) {
    return assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(NotLoaded.class))
        .actual()
        .reason();
  }
}
