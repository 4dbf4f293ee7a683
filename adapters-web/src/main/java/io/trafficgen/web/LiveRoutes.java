package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.web.live.LiveStream;
import java.util.List;
import java.util.Optional;

/** Streams of what happens now. */
public final class LiveRoutes implements RouteGroup {
  private static final String EVENTS = "text/event-stream";

  private final LiveStream stream;
  private final Access access;

  public LiveRoutes(LiveStream stream, Access access) {
    this.stream = stream;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/projects/{id}/live-stream", EVENTS, this::project),
        Route.get("/api/admin/live-stream", EVENTS, this::everything));
  }

  private void project(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    ProjectId project = new ProjectId(Requests.id(ctx));
    if (!stream.showProject(caller, project, since(ctx), ctx.res())) {
      throw RefusedException.notFound();
    }
  }

  private void everything(Context ctx) {
    access.admin(ctx);
    stream.showEverything(since(ctx), ctx.res());
  }

  private static Optional<String> since(Context ctx) {
    return Optional.ofNullable(ctx.header("Last-Event-ID"))
        .filter(id -> !id.isBlank())
        .or(() -> Requests.query(ctx, "since"));
  }
}
