package io.trafficgen.application.fake;

import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@link Sites} in memory. */
public final class InMemorySites implements Sites {
  private final Map<SiteId, Site> sites = new LinkedHashMap<>();

  @Override
  public synchronized boolean add(Site site) {
    if (find(site.account(), site.host()).isPresent()) {
      return false;
    }
    sites.put(site.id(), site);
    return true;
  }

  @Override
  public synchronized Optional<Site> find(AccountId owner, SiteId id) {
    return of(owner).filter(site -> site.id().equals(id)).findAny();
  }

  @Override
  public synchronized Optional<Site> find(AccountId owner, Host host) {
    return of(owner).filter(site -> site.host().equals(host)).findAny();
  }

  @Override
  public synchronized Page<Site> list(AccountId owner, PageRequest request) {
    return NewestFirst.page(
        of(owner), request, site -> new Position(site.createdAt(), site.id().value()));
  }

  @Override
  public synchronized List<Site> verified(AccountId owner) {
    return of(owner)
        .filter(Site::isVerified)
        .sorted(Comparator.comparing(site -> site.host().toString()))
        .toList();
  }

  /** Checks of these sites, for tests without projects. */
  public InMemorySiteChecks checks() {
    return new InMemorySiteChecks(this, new InMemoryProjects());
  }

  synchronized void change(SiteId id, UnaryOperator<Site> change) {
    sites.computeIfPresent(id, (same, site) -> change.apply(site));
  }

  synchronized boolean remove(SiteId id) {
    return sites.remove(id) != null;
  }

  synchronized List<Site> all() {
    return List.copyOf(sites.values());
  }

  private Stream<Site> of(AccountId owner) {
    return sites.values().stream().filter(site -> site.account().equals(owner));
  }
}
