package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.project.CreateProject.Draft;
import io.trafficgen.application.project.PreviewPlan;
import io.trafficgen.application.project.ShowPlan;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.web.shape.PlanJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What projects come to: effective settings and forecast (product page, 1.3). */
public final class PlanRoutes implements RouteGroup {
  private static final String UNNAMED = "Plan";
  private static final String DEFAULT_PLAN = "Custom";
  private static final JsonForm<SettingsDocument> SETTINGS =
      new JsonForm<>("{\"entryUrls\":\"https://shop.example/\"}", SettingsDocument::of);

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
    Draft draft = draft(JsonFields.of(SettingsRoutes.body(ctx)));
    Answers.ok(ctx, PlanJson.of(preview.preview(caller, draft)));
  }

  /** As of a project to create, but for a name that nobody needs. */
  private static Draft draft(JsonFields body) {
    Optional<String> name = body.optional("name", JsonForm.label("Autumn sale"));
    Optional<String> plan = body.optional("plan_type", JsonForm.label(DEFAULT_PLAN));
    Optional<Integer> daily = body.optional("daily_limit", JsonForm.count("1000"));
    Optional<Integer> total = body.optional("total_target", JsonForm.count("50000"));
    Optional<Instant> expires = body.optional("expires_at", JsonForm.time());
    Optional<SettingsDocument> settings = body.required("settings", SETTINGS);
    body.requireValid();
    return new Draft(
        name.orElse(UNNAMED),
        plan.orElse(DEFAULT_PLAN),
        new VisitLimits(daily.orElse(0), total.orElse(0), expires),
        settings.orElseThrow(),
        false);
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
