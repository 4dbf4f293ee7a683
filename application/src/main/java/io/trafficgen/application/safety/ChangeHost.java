package io.trafficgen.application.safety;

import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.safety.HostStanding;
import io.trafficgen.domain.site.Host;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sets what a host gets in a minute over all accounts, and whether it is left alone. */
public final class ChangeHost {
  private final Safeguards safeguards;
  private final StoppedProjects stopped;
  private final AuditTrail trail;

  public ChangeHost(Safeguards safeguards, StoppedProjects stopped, AuditTrail trail) {
    this.safeguards = safeguards;
    this.stopped = stopped;
    this.trail = trail;
  }

  /**
   * @param cap visits a minute from now on, an empty one for the standard; absent leaves it
   * @param blocked absent leaves it
   */
  public HostStanding change(
      Host host, Optional<OptionalInt> cap, Optional<Boolean> blocked, Actor actor) {
    UnaryOperator<HostRule> change =
        stored ->
            new HostRule(host, cap.orElse(stored.maxPerMinute()), blocked.orElse(stored.blocked()));
    HostRule wanted = change.apply(HostRule.standard(host));
    String detail =
        Stream.of(
                cap.map(given -> "at most " + wanted.perMinute() + " a minute"),
                blocked.map(given -> given ? "blocked" : "not blocked"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    AuditEntry entry = trail.entry(actor, AuditAction.HOST_CHANGED, "host:" + host, detail);
    stopped.tell(safeguards.change(host, change, entry, entry.at()));
    return safeguards.host(host, entry.at()).orElseThrow();
  }
}
