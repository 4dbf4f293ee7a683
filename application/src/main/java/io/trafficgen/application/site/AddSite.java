package io.trafficgen.application.site;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteProof;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Adds a host to an account, and tells how to prove control of it. */
public final class AddSite {
  private final Sites sites;
  private final SiteTokens tokens;
  private final EgressPolicy policy;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  public AddSite(
      Sites sites,
      SiteTokens tokens,
      EgressPolicy policy,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.sites = sites;
    this.tokens = tokens;
    this.policy = policy;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @throws NotAllowedException if no host of this form is ever visited
   * @throws ConflictException if the account has this host
   */
  public SiteReport add(AccountId owner, Host host) {
    if (!policy.judge(SiteProof.fileUrl("http", host)).allowed()) {
      throw new NotAllowedException(
          "this host cannot be visited",
          List.of(
              new Problem(
                  "/host",
                  "only public host names on ports 80 and 443 are visited, and those that the"
                      + " operator allows",
                  "shop.example")));
    }
    Site site =
        new Site(
            new SiteId(ids.get()),
            owner,
            host,
            Optional.empty(),
            Optional.empty(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (!sites.add(site)) {
      throw new ConflictException("this account has a site " + host + " already");
    }
    return tokens.report(site);
  }
}
