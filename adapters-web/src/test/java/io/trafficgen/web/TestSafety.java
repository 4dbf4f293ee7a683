package io.trafficgen.web;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.safety.ChangeHost;
import io.trafficgen.application.safety.ListHosts;
import io.trafficgen.application.safety.ListKillSwitches;
import io.trafficgen.application.safety.SetKillSwitch;
import io.trafficgen.application.safety.StoppedProjects;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The part of the house around kill switches and hosts. */
final class TestSafety {
  private TestSafety() {}

  static List<RouteGroup> routes(
      TestPorts ports, LiveFeed feed, Access access, Supplier<UUID> ids, InstantSource clock) {
    AuditTrail trail = new AuditTrail(ids, clock);
    StoppedProjects stopped = new StoppedProjects(feed, () -> {});
    return List.of(
        new AdminSafetyRoutes(
            new SetKillSwitch(ports.safeguards, stopped, trail),
            new ListKillSwitches(ports.safeguards),
            new ChangeHost(ports.safeguards, stopped, trail),
            new ListHosts(ports.safeguards, clock),
            access));
  }
}
