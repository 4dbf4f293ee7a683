package io.trafficgen.web;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.project.StartConditions;
import io.trafficgen.application.site.AddSite;
import io.trafficgen.application.site.CheckSite;
import io.trafficgen.application.site.ConfirmSites;
import io.trafficgen.application.site.ListSites;
import io.trafficgen.application.site.ProofSearch;
import io.trafficgen.application.site.RemoveSite;
import io.trafficgen.application.site.ShowSite;
import io.trafficgen.application.site.SiteTokens;
import io.trafficgen.application.site.VerifySite;
import io.trafficgen.domain.site.EgressPolicy;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** The part of the house around sites and their proofs. */
final class TestSites {
  private final SiteTokens tokens = new SiteTokens(new byte[32]);
  private final TestPorts ports;
  private final InstantSource clock;
  private final CheckSite check;

  TestSites(TestPorts ports, LiveFeed feed, InstantSource clock) {
    this.ports = ports;
    this.clock = clock;
    this.check =
        new CheckSite(
            new ProofSearch(ports.proofs, ports.suffixes),
            tokens,
            ports.siteChecks,
            ports.safeguards,
            feed,
            clock);
  }

  StartConditions conditions() {
    return new StartConditions(ports.sites, ports.safeguards, new ConfirmSites(check));
  }

  RouteGroup routes(Supplier<UUID> ids, Access access) {
    return new SiteRoutes(
        new AddSite(ports.sites, tokens, EgressPolicy.standard(), ids, clock),
        new ListSites(ports.sites, tokens),
        new ShowSite(ports.sites, tokens),
        new VerifySite(ports.sites, check),
        new RemoveSite(ports.sites, check),
        access);
  }
}
