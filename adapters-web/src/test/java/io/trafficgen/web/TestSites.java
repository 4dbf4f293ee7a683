package io.trafficgen.web;

import io.trafficgen.application.project.ChangeProject;
import io.trafficgen.application.project.CreateProject;
import io.trafficgen.application.project.ExportHits;
import io.trafficgen.application.project.ListHits;
import io.trafficgen.application.project.ListProjects;
import io.trafficgen.application.project.ListVisits;
import io.trafficgen.application.project.ProjectReports;
import io.trafficgen.application.project.RemoveProject;
import io.trafficgen.application.project.ReplaceSettings;
import io.trafficgen.application.project.ShowProject;
import io.trafficgen.application.project.ShowStats;
import io.trafficgen.application.project.StartConditions;
import io.trafficgen.application.project.StartProject;
import io.trafficgen.application.project.StopProject;
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
import io.trafficgen.web.live.RingLiveFeed;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Routes of sites and projects over ports in memory. */
final class TestSites {
  private final TestPorts ports;
  private final RingLiveFeed feed;
  private final Access access;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final SiteTokens siteTokens = new SiteTokens(new byte[32]);
  private final CheckSite check;
  private final StartConditions conditions;
  private final ProjectReports reports;

  TestSites(
      TestPorts ports, RingLiveFeed feed, Access access, Supplier<UUID> ids, InstantSource clock) {
    this.ports = ports;
    this.feed = feed;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
    check =
        new CheckSite(
            new ProofSearch(ports.proofs, ports.suffixes),
            siteTokens,
            ports.siteChecks,
            feed,
            clock);
    conditions = new StartConditions(ports.sites, new ConfirmSites(check));
    reports = new ProjectReports(ports.budgets, ports.sites, 60, clock);
  }

  List<RouteGroup> groups() {
    return List.of(
        sites(),
        projects(),
        new SettingsRoutes(
            new ShowProject(ports.projects, reports),
            new ReplaceSettings(ports.projects, conditions),
            access),
        new ProjectActivityRoutes(
            new ShowStats(ports.projects, ports.hits, clock),
            new ListVisits(ports.hits),
            new ListHits(ports.hits),
            new ExportHits(ports.hits),
            access));
  }

  private RouteGroup sites() {
    return new SiteRoutes(
        new AddSite(ports.sites, siteTokens, EgressPolicy.standard(), ids, clock),
        new ListSites(ports.sites, siteTokens),
        new ShowSite(ports.sites, siteTokens),
        new VerifySite(ports.sites, check),
        new RemoveSite(ports.sites, check),
        access);
  }

  private RouteGroup projects() {
    return new ProjectRoutes(
        new CreateProject(ports.projects, conditions, reports, ids, clock),
        new ListProjects(ports.projects, reports),
        new ShowProject(ports.projects, reports),
        new ChangeProject(ports.projects, reports),
        new RemoveProject(ports.projects, feed, clock),
        new StartProject(ports.projects, conditions, reports, clock),
        new StopProject(ports.projects, feed, reports),
        access);
  }
}
