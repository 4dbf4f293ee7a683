package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.ExitProbe;
import io.trafficgen.domain.exit.Exit;
import org.junit.jupiter.api.Test;

/** What every {@link ExitProbe} keeps. */
public interface ExitProbeContract {
  ExitProbe probe();

  /** An exit by a proxy that serves us. */
  Exit working();

  /** An exit by a proxy that nobody runs. */
  Exit broken();

  @Test
  default void tells_a_working_exit_from_a_broken_one() {
    assertThat(probe().problem(working())).isEmpty();
    assertThat(probe().problem(broken())).isPresent().get().asString().isNotBlank();
  }

  @Test
  default void the_own_network_is_always_fine() {
    assertThat(probe().problem(Exit.direct())).isEmpty();
  }
}
