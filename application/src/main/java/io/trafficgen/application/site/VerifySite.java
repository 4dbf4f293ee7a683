package io.trafficgen.application.site;

import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import java.time.Duration;

/** Looks for the proof that an account controls a host. */
public final class VerifySite {
  /** Nobody shall use us to hammer a host. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Sites sites;
  private final CheckSite check;

  public VerifySite(Sites sites, CheckSite check) {
    this.sites = sites;
    this.check = check;
  }

  public VerifyOutcome verify(AccountId owner, SiteId id) {
    return sites.find(owner, id).map(this::verify).orElseGet(VerifyOutcome.Absent::new);
  }

  private VerifyOutcome verify(Site site) {
    return check
        .claim(site, PAUSE)
        .<VerifyOutcome>map(VerifyOutcome.TooSoon::new)
        .orElseGet(() -> new VerifyOutcome.Checked(check.anywhere(site)));
  }
}
