package io.trafficgen.application.fake;

import io.trafficgen.application.port.Safeguards;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.safety.HostStanding;
import io.trafficgen.domain.safety.KillSwitch;
import io.trafficgen.domain.safety.KillTarget;
import io.trafficgen.domain.safety.SafetyRules;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@link Safeguards} in memory. */
public final class InMemorySafeguards implements Safeguards {
  private final InMemorySites sites;
  private final InMemoryProjects projects;
  private final InMemoryAuditLog log;
  private final InMemoryHostPauses pauses = new InMemoryHostPauses();
  private final Map<KillTarget, KillSwitch> switches = new LinkedHashMap<>();
  private final Map<Host, HostRule> rules = new LinkedHashMap<>();
  private final Map<Host, Instant> since = new LinkedHashMap<>();

  public InMemorySafeguards(InMemorySites sites, InMemoryProjects projects, InMemoryAuditLog log) {
    this.sites = sites;
    this.projects = projects;
    this.log = log;
  }

  /** Nothing is forbidden, and nothing is there that could be. */
  public InMemorySafeguards() {
    this(new InMemorySites(), new InMemoryProjects(), new InMemoryAuditLog());
  }

  /** What sites asked for, as {@link #hosts} shows it. */
  public InMemoryHostPauses pauses() {
    return pauses;
  }

  @Override
  public synchronized SafetyRules rules() {
    return SafetyRules.of(
        switches.values().stream().filter(KillSwitch::on).toList(), List.copyOf(rules.values()));
  }

  @Override
  public synchronized List<Project> put(KillSwitch wanted, AuditEntry entry) {
    List<Project> stopped = wanted.on() ? stop(wanted.target()::covers) : List.of();
    switches.put(wanted.target(), wanted.stopping(stopped.size()));
    log.append(entry);
    return stopped;
  }

  @Override
  public synchronized Page<KillSwitch> switches(PageRequest request) {
    return NewestFirst.page(
        switches.values().stream(), request, set -> new Position(set.changedAt(), set.id()));
  }

  @Override
  public synchronized List<Project> change(
      Host host, UnaryOperator<HostRule> change, AuditEntry entry, Instant now) {
    HostRule rule = change.apply(rules.getOrDefault(host, HostRule.standard(host)));
    rules.put(host, rule);
    since.putIfAbsent(host, now);
    log.append(entry);
    return rule.blocked() ? stop(KillTarget.of(host)::covers) : List.of();
  }

  @Override
  public synchronized Page<HostStanding> hosts(PageRequest request, Instant now) {
    return NewestFirst.page(standings(now), request, host -> new Position(host.since(), host.id()));
  }

  @Override
  public synchronized Optional<HostStanding> host(Host host, Instant now) {
    return standings(now).filter(known -> known.rule().host().equals(host)).findFirst();
  }

  private List<Project> stop(Predicate<Project> covered) {
    return projects.active().stream()
        .filter(covered)
        .flatMap(
            project -> projects.end(project.account(), project.id(), StatusReason.KILLED).stream())
        .toList();
  }

  private Stream<HostStanding> standings(Instant now) {
    Map<Host, Instant> known = new LinkedHashMap<>(since);
    for (Site site : sites.all()) {
      known.merge(site.host(), site.createdAt(), (one, other) -> one.isBefore(other) ? one : other);
    }
    return known.entrySet().stream().map(entry -> standing(entry.getKey(), entry.getValue(), now));
  }

  private HostStanding standing(Host host, Instant first, Instant now) {
    return new HostStanding(
        UUID.nameUUIDFromBytes(host.toString().getBytes(StandardCharsets.UTF_8)),
        rules.getOrDefault(host, HostRule.standard(host)),
        0,
        sites.all().stream()
            .filter(site -> site.isVerified() && site.host().equals(host))
            .map(Site::account)
            .toList(),
        rules().refusal(KillTarget.of(host)).isPresent(),
        Optional.ofNullable(pauses.current(now).get(host)),
        first);
  }
}
