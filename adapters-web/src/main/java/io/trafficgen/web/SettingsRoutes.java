package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.project.ReplaceSettings;
import io.trafficgen.application.project.ReplaceSettings.Outcome;
import io.trafficgen.application.project.ShowProject;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.SettingsDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The settings of a project as the text that was saved (product page, 1.3). */
public final class SettingsRoutes implements RouteGroup {
  /** Above what settings may have, so that the answer to a little too much names the field. */
  private static final int BODY_LIMIT = 4 * SettingsDocument.MAX_BYTES;

  private final ShowProject show;
  private final ReplaceSettings replace;
  private final Access access;

  public SettingsRoutes(ShowProject show, ReplaceSettings replace, Access access) {
    this.show = show;
    this.replace = replace;
    this.access = access;
  }

  /** A body that carries settings. */
  static byte[] body(Context ctx) {
    return Requests.body(ctx, BODY_LIMIT, List.of(Route.JSON));
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/projects/{id}/settings", this::get),
        Route.put("/api/projects/{id}/settings", this::put));
  }

  private void get(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    answer(
        ctx,
        show.show(caller, new ProjectId(Requests.id(ctx)))
            .map(report -> report.project().settings())
            .orElseThrow(RefusedException::notFound));
  }

  private void put(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    ProjectId project = new ProjectId(Requests.id(ctx));
    String condition =
        Optional.ofNullable(ctx.header("If-Match")).orElseThrow(RefusedException::unconditional);
    List<Optional<String>> tags = IfMatch.parse(condition);
    SettingsDocument settings = SettingsDocument.parse(body(ctx));
    Outcome outcome = new Outcome.Stale();
    for (int i = 0; i < tags.size() && outcome instanceof Outcome.Stale; i++) {
      outcome = replace.replace(caller, project, tags.get(i), settings);
    }
    switch (outcome) {
      case Outcome.Replaced replaced -> answer(ctx, replaced.settings());
      case Outcome.Stale stale -> throw RefusedException.stale();
      case Outcome.Absent absent -> throw RefusedException.notFound();
    }
  }

  private static void answer(Context ctx, SettingsDocument settings) {
    ctx.header("ETag", '"' + settings.etag() + '"');
    ctx.contentType(Route.JSON).result(settings.text().getBytes(StandardCharsets.UTF_8));
  }
}
