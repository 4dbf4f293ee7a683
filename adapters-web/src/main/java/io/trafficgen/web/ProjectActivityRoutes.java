package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.project.ExportHits;
import io.trafficgen.application.project.ListHits;
import io.trafficgen.application.project.ListVisits;
import io.trafficgen.application.project.ShowStats;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.ChargedHit;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.ProjectStats.Step;
import io.trafficgen.domain.visit.Receipt;
import io.trafficgen.web.shape.HitJson;
import io.trafficgen.web.shape.StatsJson;
import io.trafficgen.web.shape.VisitJson;
import java.util.List;

/** What a project of the caller did. */
public final class ProjectActivityRoutes implements RouteGroup {
  private static final CsvTable<ChargedHit> HITS =
      new CsvTable<>(
          List.of(
              "ts",
              "id",
              "visit_id",
              "page",
              "url",
              "country",
              "ip",
              "device",
              "browser",
              "status",
              "duration_ms",
              "bytes",
              "blocked_requests",
              "charged"),
          ProjectActivityRoutes::row);

  private final ShowStats stats;
  private final ListVisits visits;
  private final ListHits hits;
  private final ExportHits export;
  private final Access access;

  public ProjectActivityRoutes(
      ShowStats stats, ListVisits visits, ListHits hits, ExportHits export, Access access) {
    this.stats = stats;
    this.visits = visits;
    this.hits = hits;
    this.export = export;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/projects/{id}/stats", this::stats),
        Route.get("/api/projects/{id}/visits", this::visits),
        Route.get("/api/projects/{id}/hits", this::hits),
        Route.get("/api/projects/{id}/hits.csv", CsvTable.TYPE, this::csv));
  }

  private void stats(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Step by = Requests.choice(ctx, "by", List.of(Step.values()), Step::wireName).orElse(Step.HOUR);
    Answers.ok(
        ctx,
        stats
            .show(caller, new ProjectId(Requests.id(ctx)), by)
            .map(StatsJson::of)
            .orElseThrow(RefusedException::notFound));
  }

  private void visits(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Page<Receipt> page =
        visits
            .list(caller, new ProjectId(Requests.id(ctx)), Requests.page(ctx))
            .orElseThrow(RefusedException::notFound);
    Answers.page(ctx, page, receipt -> VisitJson.of(receipt.visit(), receipt.charged()));
  }

  private void hits(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Page<Hit> page =
        hits.list(caller, new ProjectId(Requests.id(ctx)), Requests.page(ctx))
            .orElseThrow(RefusedException::notFound);
    Answers.page(ctx, page, HitJson::of);
  }

  private void csv(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    ProjectId project = new ProjectId(Requests.id(ctx));
    HITS.write(
        export
            .export(caller, project, Requests.time(ctx, "since"), Requests.time(ctx, "until"))
            .orElseThrow(RefusedException::notFound),
        "trafficgen-hits-" + project + ".csv",
        ctx.res());
  }

  private static List<Object> row(ChargedHit charged) {
    HitJson hit = HitJson.of(charged.hit());
    return List.of(
        Json.time(hit.ts()),
        hit.id(),
        hit.visitId(),
        hit.page(),
        hit.url(),
        hit.country().orElse(""),
        hit.ip().orElse(""),
        hit.device(),
        hit.browser(),
        hit.status(),
        hit.durationMs(),
        hit.bytes(),
        hit.blockedRequests(),
        charged.charged());
  }
}
