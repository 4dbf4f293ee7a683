package io.trafficgen.application.visit;

import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** For tests whose driver asks for no proof. */
final class NoSites implements Sites {
  @Override
  public boolean add(Site site) {
    return false;
  }

  @Override
  public Optional<Site> find(AccountId owner, SiteId id) {
    return Optional.empty();
  }

  @Override
  public Optional<Site> find(AccountId owner, Host host) {
    return Optional.empty();
  }

  @Override
  public Page<Site> list(AccountId owner, PageRequest request) {
    return new Page<>(List.of(), Optional.empty());
  }

  @Override
  public List<Site> verified(AccountId owner) {
    return List.of();
  }

  @Override
  public void record(SiteId id, Optional<Verification> verification, Instant checkedAt) {
    throw new UnsupportedOperationException("there are no sites");
  }
}
