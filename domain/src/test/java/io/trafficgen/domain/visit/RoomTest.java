package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.project.VisitLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTest {
  private final Room broke = Room.ofNew(VisitLimits.none(), 60, List.of());

  @Test
  void money_binds_only_where_something_could_start() {
    assertThat(broke.left(Allowance.UNLIMITED, 8).cap()).contains(BindingCap.FUNDS);
    assertThat(broke.left(Allowance.UNLIMITED.and(0, BindingCap.NO_EXIT), 8).cap())
        .contains(BindingCap.NO_EXIT);
  }
}
