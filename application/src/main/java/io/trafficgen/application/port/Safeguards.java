package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.safety.HostStanding;
import io.trafficgen.domain.safety.KillSwitch;
import io.trafficgen.domain.safety.SafetyRules;
import io.trafficgen.domain.site.Host;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the operator forbids. From the moment that a change is stored {@link Budgets} grants nothing
 * against it, whoever started what at the same time.
 */
public interface Safeguards {
  /** What holds now. */
  SafetyRules rules();

  /**
   * Stores a switch as it is to stand, with its entry in the audit log. One that is on stops the
   * active projects that it covers, in the same step ({@code KILLED}).
   *
   * @return the projects that it stopped
   */
  List<Project> put(KillSwitch wanted, AuditEntry entry);

  /** All switches that were ever set, the last changed first. */
  Page<KillSwitch> switches(PageRequest request);

  /**
   * Changes the rule of a host as it stands. Blocking stops the active projects that use the host,
   * in the same step ({@code KILLED}).
   *
   * @return the projects that it stopped
   */
  List<Project> change(Host host, UnaryOperator<HostRule> change, AuditEntry entry, Instant now);

  /** All hosts that somebody added as a site or that have a rule. */
  Page<HostStanding> hosts(PageRequest request, Instant now);

  /** One of {@link #hosts}. */
  Optional<HostStanding> host(Host host, Instant now);
}
