package io.trafficgen.bootstrap;

import io.trafficgen.application.project.ChangeProject;
import io.trafficgen.application.project.CreateProject;
import io.trafficgen.application.project.ExportHits;
import io.trafficgen.application.project.ListHits;
import io.trafficgen.application.project.ListProjects;
import io.trafficgen.application.project.ListVisits;
import io.trafficgen.application.project.PlanReports;
import io.trafficgen.application.project.PreviewPlan;
import io.trafficgen.application.project.ProjectReports;
import io.trafficgen.application.project.RemoveProject;
import io.trafficgen.application.project.ReplaceSettings;
import io.trafficgen.application.project.ShowNoticeSecret;
import io.trafficgen.application.project.ShowPlan;
import io.trafficgen.application.project.ShowProject;
import io.trafficgen.application.project.ShowStats;
import io.trafficgen.application.project.StartConditions;
import io.trafficgen.application.project.StartProject;
import io.trafficgen.application.project.StopProject;
import io.trafficgen.application.site.AddSite;
import io.trafficgen.application.site.CheckSite;
import io.trafficgen.application.site.ConfirmSites;
import io.trafficgen.application.site.ListSites;
import io.trafficgen.application.site.RemoveSite;
import io.trafficgen.application.site.ShowSite;
import io.trafficgen.application.site.SiteTokens;
import io.trafficgen.application.site.VerifySite;
import io.trafficgen.persistence.PostgresLedger;
import io.trafficgen.persistence.PostgresProjectChanges;
import io.trafficgen.web.Access;
import io.trafficgen.web.PlanRoutes;
import io.trafficgen.web.ProjectActivityRoutes;
import io.trafficgen.web.ProjectRoutes;
import io.trafficgen.web.RouteGroup;
import io.trafficgen.web.SettingsRoutes;
import io.trafficgen.web.SiteRoutes;
import java.util.List;

/** Routes around sites and the projects that visit them. */
final class ProjectWiring {
  private ProjectWiring() {}

  static List<RouteGroup> routes(Wiring core, Access access) {
    StartConditions conditions =
        new StartConditions(core.sites, core.safeguards, new ConfirmSites(core.siteWiring.check()));
    PostgresProjectChanges changes = new PostgresProjectChanges(core.database);
    ProjectReports reports =
        new ProjectReports(
            core.budgets, core.pauses, core.sites, core.exits, core.safeguards, core.clock);
    ShowProject show = new ShowProject(core.projects, reports);
    return List.of(
        sites(core, access),
        new ProjectRoutes(
            new CreateProject(core.projects, conditions, reports, core.ids, core.clock),
            new ListProjects(core.projects, reports),
            show,
            new ChangeProject(changes, reports, core.clock),
            new RemoveProject(changes, core.feed, core.clock),
            new StartProject(core.projects, conditions, reports, core.clock),
            new StopProject(core.projects, core.feed, reports),
            new ShowNoticeSecret(core.projects, core.visitWiring.noticeSecrets()),
            access),
        plans(core, conditions, access),
        new SettingsRoutes(show, new ReplaceSettings(core.projects, conditions), access),
        new ProjectActivityRoutes(
            new ShowStats(core.projects, core.hits, core.clock),
            new ListVisits(core.hits),
            new ListHits(core.hits),
            new ExportHits(core.hits),
            access));
  }

  private static RouteGroup plans(Wiring core, StartConditions conditions, Access access) {
    PlanReports plans =
        new PlanReports(
            core.sites, core.exits, conditions, core.prices.current(), core.safeguards, core.clock);
    return new PlanRoutes(
        new PreviewPlan(new PostgresLedger(core.database), plans, core.clock),
        new ShowPlan(core.projects, core.budgets, plans),
        access);
  }

  private static RouteGroup sites(Wiring core, Access access) {
    SiteTokens tokens = core.siteWiring.tokens();
    CheckSite check = core.siteWiring.check();
    return new SiteRoutes(
        new AddSite(core.sites, tokens, core.policy, core.ids, core.clock),
        new ListSites(core.sites, tokens),
        new ShowSite(core.sites, tokens),
        new VerifySite(core.sites, check),
        new RemoveSite(core.sites, check),
        access);
  }
}
