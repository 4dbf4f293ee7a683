package io.trafficgen.engine;

import io.trafficgen.application.port.HostGate;
import io.trafficgen.domain.safety.HostClosures;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.util.Optional;

/** What is closed now, for every request of this process. */
final class LoadGate implements HostGate {
  private volatile HostClosures closed = HostClosures.none();

  @Override
  public void admitAllBut(HostClosures now) {
    closed = now;
  }

  /** Refuses what lies on a closed host. */
  void check(URI target) throws RefusedException {
    Optional<FailureReason> reason = closed.refusal(target);
    if (reason.isPresent()) {
      throw new RefusedException(reason.get(), "the host is closed: " + target.getHost());
    }
  }
}
