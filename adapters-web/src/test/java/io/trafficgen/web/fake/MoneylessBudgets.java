package io.trafficgen.web.fake;

import io.trafficgen.application.port.Budgets;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.application.port.Reservation;
import io.trafficgen.application.port.ReserveOutcome;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Room;
import java.time.Instant;
import java.util.List;

/** Budgets of an account without money; nothing is ever granted. */
public final class MoneylessBudgets implements Budgets {
  @Override
  public Room room(ProjectId project, RoomRequest request) {
    return new Room(0, 0, 1000, 1000, 1000, List.of());
  }

  @Override
  public ReserveOutcome reserve(Reservation reservation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ClaimedGrant> claim(Lease lease, Instant now, int most) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Advanced advance(Lease lease, List<Progress> progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void settle(Lease lease, GrantId grant, int started, int dropped) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int reclaim(Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int expire(Instant now) {
    throw new UnsupportedOperationException();
  }
}
