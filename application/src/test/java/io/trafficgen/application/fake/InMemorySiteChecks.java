package io.trafficgen.application.fake;

import io.trafficgen.application.port.SiteChecks;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.Verification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** {@link SiteChecks} in memory. */
public final class InMemorySiteChecks implements SiteChecks {
  private final InMemorySites sites;
  private final InMemoryProjects projects;
  private final Map<Key, Instant> claims = new HashMap<>();

  private record Key(AccountId account, Host host) {}

  public InMemorySiteChecks(InMemorySites sites, InMemoryProjects projects) {
    this.sites = sites;
    this.projects = projects;
  }

  @Override
  public synchronized Optional<Instant> claim(
      AccountId account, Host host, Instant now, Instant until) {
    Key key = new Key(account, host);
    Optional<Instant> taken =
        Optional.ofNullable(claims.get(key)).filter(other -> other.isAfter(now));
    if (taken.isEmpty()) {
      claims.put(key, until);
    }
    return taken;
  }

  @Override
  public List<Project> record(
      Site site, Optional<Verification> found, Instant checkedAt, Predicate<Project> using) {
    sites.change(
        site.id(),
        stored ->
            new Site(
                stored.id(),
                stored.account(),
                stored.host(),
                found,
                Optional.of(checkedAt),
                stored.createdAt()));
    return found.isPresent() ? List.of() : stop(site.account(), using);
  }

  @Override
  public List<Project> remove(Site site, Predicate<Project> using) {
    return sites.remove(site.id()) ? stop(site.account(), using) : List.of();
  }

  private List<Project> stop(AccountId owner, Predicate<Project> using) {
    return projects.active().stream()
        .filter(project -> project.account().equals(owner))
        .filter(using)
        .flatMap(project -> projects.end(owner, project.id(), StatusReason.UNVERIFIED).stream())
        .toList();
  }
}
