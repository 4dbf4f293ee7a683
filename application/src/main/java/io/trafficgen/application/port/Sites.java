package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import java.util.List;
import java.util.Optional;

/** Hosts of accounts, and their proofs. */
public interface Sites {
  /** Adds a site; false if the account has one for this host. */
  boolean add(Site site);

  Optional<Site> find(AccountId owner, SiteId id);

  Optional<Site> find(AccountId owner, Host host);

  Page<Site> list(AccountId owner, PageRequest request);

  /** All sites of the account with a live verification. */
  List<Site> verified(AccountId owner);
}
