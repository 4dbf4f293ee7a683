package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.project.ChangeProject;
import io.trafficgen.application.project.ChangeProject.Change;
import io.trafficgen.application.project.CreateProject;
import io.trafficgen.application.project.CreateProject.Draft;
import io.trafficgen.application.project.ListProjects;
import io.trafficgen.application.project.ProjectReport;
import io.trafficgen.application.project.RemoveProject;
import io.trafficgen.application.project.ShowNoticeSecret;
import io.trafficgen.application.project.ShowProject;
import io.trafficgen.application.project.StartProject;
import io.trafficgen.application.project.StopProject;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.web.shape.NoticeSecretJson;
import io.trafficgen.web.shape.ProjectJson;
import java.util.List;
import java.util.Optional;

/** Projects of the caller. */
public final class ProjectRoutes implements RouteGroup {
  private final CreateProject create;
  private final ListProjects list;
  private final ShowProject show;
  private final ChangeProject change;
  private final RemoveProject remove;
  private final StartProject start;
  private final StopProject stop;
  private final ShowNoticeSecret noticeSecret;
  private final Access access;

  public ProjectRoutes(
      CreateProject create,
      ListProjects list,
      ShowProject show,
      ChangeProject change,
      RemoveProject remove,
      StartProject start,
      StopProject stop,
      ShowNoticeSecret noticeSecret,
      Access access) {
    this.create = create;
    this.list = list;
    this.show = show;
    this.change = change;
    this.remove = remove;
    this.start = start;
    this.stop = stop;
    this.noticeSecret = noticeSecret;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/projects", this::list),
        Route.post("/api/projects", this::create),
        Route.get("/api/projects/{id}", this::show),
        Route.patch("/api/projects/{id}", this::change),
        Route.delete("/api/projects/{id}", this::remove),
        Route.post("/api/projects/{id}/start", this::start),
        Route.post("/api/projects/{id}/stop", this::stop),
        Route.get("/api/projects/{id}/notify-secret", this::noticeSecret));
  }

  private void list(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Answers.page(ctx, list.list(caller, Requests.page(ctx)), ProjectJson::of);
  }

  private void create(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Draft draft = ProjectBodies.toCreate(JsonFields.of(SettingsRoutes.body(ctx)));
    Answers.created(ctx, ProjectJson.of(create.create(caller, draft)));
  }

  private void show(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    answer(ctx, show.show(caller, new ProjectId(Requests.id(ctx))));
  }

  private void change(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Change wanted = ProjectBodies.toChange(Requests.json(ctx));
    answer(ctx, change.change(caller, new ProjectId(Requests.id(ctx)), wanted));
  }

  private void remove(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    if (!remove.remove(caller, new ProjectId(Requests.id(ctx)))) {
      throw RefusedException.notFound();
    }
    ctx.status(204);
  }

  private void start(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    answer(ctx, start.start(caller, new ProjectId(Requests.id(ctx))));
  }

  private void stop(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    answer(ctx, stop.stop(caller, new ProjectId(Requests.id(ctx))));
  }

  private void noticeSecret(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Answers.ok(
        ctx,
        noticeSecret
            .show(caller, new ProjectId(Requests.id(ctx)))
            .map(NoticeSecretJson::new)
            .orElseThrow(RefusedException::notFound));
  }

  private static void answer(Context ctx, Optional<ProjectReport> report) {
    Answers.ok(ctx, report.map(ProjectJson::of).orElseThrow(RefusedException::notFound));
  }
}
