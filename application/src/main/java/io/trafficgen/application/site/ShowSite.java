package io.trafficgen.application.site;

import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.SiteId;
import java.util.Optional;

/** Shows a site to its owner. */
public final class ShowSite {
  private final Sites sites;
  private final SiteTokens tokens;

  public ShowSite(Sites sites, SiteTokens tokens) {
    this.sites = sites;
    this.tokens = tokens;
  }

  public Optional<SiteReport> show(AccountId owner, SiteId id) {
    return sites.find(owner, id).map(tokens::report);
  }
}
