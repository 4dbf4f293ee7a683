package io.trafficgen.application.safety;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.safety.KillSwitch;
import io.trafficgen.domain.safety.KillTarget;
import java.util.List;
import java.util.Locale;

/** Switches visits off, or allows them again; starts nothing. */
public final class SetKillSwitch {
  private final Safeguards safeguards;
  private final StoppedProjects stopped;
  private final AuditTrail trail;

  public SetKillSwitch(Safeguards safeguards, StoppedProjects stopped, AuditTrail trail) {
    this.safeguards = safeguards;
    this.stopped = stopped;
    this.trail = trail;
  }

  /** Does it at once on all nodes; what is under way ends with their next beat. */
  public KillSwitch set(KillTarget target, boolean on, String reason, Actor actor) {
    AuditEntry entry =
        trail.entry(
            actor,
            on ? AuditAction.KILL_SWITCH_ON : AuditAction.KILL_SWITCH_OFF,
            target.scope().name().toLowerCase(Locale.ROOT) + ":" + target.key(),
            reason);
    KillSwitch wanted = new KillSwitch(entry.id(), target, on, reason, entry.at(), 0);
    List<Project> projects = safeguards.put(wanted, entry);
    stopped.tell(projects);
    return wanted.stopping(projects.size());
  }
}
