package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.project.CreateProject.Draft;
import io.trafficgen.application.project.PreviewPlan;
import io.trafficgen.application.project.ShowPlan;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.web.shape.PlanJson;
import java.util.List;

/** What projects come to: effective settings and forecast (product page, 1.3). */
public final class PlanRoutes implements RouteGroup {
  private final PreviewPlan preview;
  private final ShowPlan show;
  private final Access access;

  public PlanRoutes(PreviewPlan preview, ShowPlan show, Access access) {
    this.preview = preview;
    this.show = show;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/api/projects/plan", this::preview),
        Route.get("/api/projects/{id}/plan", this::show));
  }

  private void preview(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Draft draft = ProjectBodies.toPreview(JsonFields.of(SettingsRoutes.body(ctx)));
    Answers.ok(ctx, PlanJson.of(preview.preview(caller, draft)));
  }

  private void show(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Answers.ok(
        ctx,
        show.show(caller, new ProjectId(Requests.id(ctx)))
            .map(PlanJson::of)
            .orElseThrow(RefusedException::notFound));
  }
}
