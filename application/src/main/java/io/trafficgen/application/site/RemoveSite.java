package io.trafficgen.application.site;

import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import java.util.Optional;

/** Removes a site from an account: nothing there is visited any more, its projects stop. */
public final class RemoveSite {
  private final Sites sites;
  private final CheckSite check;

  public RemoveSite(Sites sites, CheckSite check) {
    this.sites = sites;
    this.check = check;
  }

  /** False if the owner has no such site. */
  public boolean remove(AccountId owner, SiteId id) {
    Optional<Site> site = sites.find(owner, id);
    site.ifPresent(check::remove);
    return site.isPresent();
  }
}
