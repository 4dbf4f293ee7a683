package io.trafficgen.web.fake;

import io.trafficgen.application.port.ProofOutcome;
import io.trafficgen.application.port.SiteProofs;
import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteProof;
import io.trafficgen.domain.site.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Sites, and the files that they show. */
public final class InMemorySites implements Sites, SiteProofs {
  /** Content of the verification file, by host; absent answers 404. */
  public final Map<Host, String> files = new ConcurrentHashMap<>();

  private final Map<SiteId, Site> sites = new ConcurrentHashMap<>();

  @Override
  public boolean add(Site site) {
    return find(site.account(), site.host()).isEmpty() && sites.put(site.id(), site) == null;
  }

  @Override
  public Optional<Site> find(AccountId owner, SiteId id) {
    return of(owner, site -> site.id().equals(id)).stream().findFirst();
  }

  @Override
  public Optional<Site> find(AccountId owner, Host host) {
    return of(owner, site -> site.host().equals(host)).stream().findFirst();
  }

  @Override
  public Page<Site> list(AccountId owner, PageRequest request) {
    return Slice.of(
        of(owner, site -> true),
        request,
        site -> new Position(site.createdAt(), site.id().value()));
  }

  @Override
  public List<Site> verified(AccountId owner) {
    return of(owner, Site::isVerified);
  }

  private List<Site> of(AccountId owner, Predicate<Site> wanted) {
    return sites.values().stream()
        .filter(site -> site.account().equals(owner))
        .filter(wanted)
        .toList();
  }

  @Override
  public void record(SiteId id, Optional<Verification> verification, Instant checkedAt) {
    sites.computeIfPresent(
        id,
        (same, old) ->
            new Site(
                id,
                old.account(),
                old.host(),
                verification,
                Optional.of(checkedAt),
                old.createdAt()));
  }

  @Override
  public ProofOutcome readFile(Host host) {
    return files.containsKey(host)
        ? new ProofOutcome.Read(SiteProof.fileUrl("http", host), files.get(host))
        : new ProofOutcome.Unreadable(
            List.of(new ProofOutcome.Attempt(SiteProof.fileUrl("http", host), "answered 404")));
  }
}
