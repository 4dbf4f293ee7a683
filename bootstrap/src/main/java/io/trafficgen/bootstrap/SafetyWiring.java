package io.trafficgen.bootstrap;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.safety.ChangeHost;
import io.trafficgen.application.safety.ListHosts;
import io.trafficgen.application.safety.ListKillSwitches;
import io.trafficgen.application.safety.SetKillSwitch;
import io.trafficgen.application.safety.StoppedProjects;
import io.trafficgen.web.Access;
import io.trafficgen.web.AdminSafetyRoutes;
import io.trafficgen.web.RouteGroup;

/** Routes around kill switches and hosts. */
final class SafetyWiring {
  private SafetyWiring() {}

  /**
   * @param beat told when visits are to end at once
   */
  static RouteGroup routes(Wiring core, Access access, Runnable beat) {
    AuditTrail trail = new AuditTrail(core.ids, core.clock);
    StoppedProjects stopped = new StoppedProjects(core.feed, beat);
    return new AdminSafetyRoutes(
        new SetKillSwitch(core.safeguards, stopped, trail),
        new ListKillSwitches(core.safeguards),
        new ChangeHost(core.safeguards, stopped, trail),
        new ListHosts(core.safeguards, core.clock),
        access);
  }
}
