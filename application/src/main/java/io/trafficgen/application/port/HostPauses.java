package io.trafficgen.application.port;

import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.HostPause;
import java.time.Instant;
import java.util.Map;

/** Hosts that asked to be left alone for some time. */
public interface HostPauses {
  /**
   * From now on no visit starts there until the pause is over, of whichever account; a longer pause
   * that is known stays. What is granted there starts no further visit on any node: the projects
   * get a new epoch.
   */
  void pause(HostPause pause);

  /** Hosts whose pause is not over at {@code now}, each with its end. */
  Map<Host, Instant> current(Instant now);
}
