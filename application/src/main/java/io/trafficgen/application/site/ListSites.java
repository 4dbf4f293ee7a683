package io.trafficgen.application.site;

import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;

/** Lists the sites of an account. */
public final class ListSites {
  private final Sites sites;
  private final SiteTokens tokens;

  public ListSites(Sites sites, SiteTokens tokens) {
    this.sites = sites;
    this.tokens = tokens;
  }

  public Page<SiteReport> list(AccountId owner, PageRequest request) {
    return sites.list(owner, request).map(tokens::report);
  }
}
