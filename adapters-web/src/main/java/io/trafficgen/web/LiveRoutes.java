package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.web.Route.Trait;
import io.trafficgen.web.live.LiveStream;
import io.trafficgen.web.live.LiveTickets;
import io.trafficgen.web.live.LiveTickets.Admission;
import io.trafficgen.web.live.LiveTickets.Issued;
import io.trafficgen.web.shape.LiveTicketJson;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Streams of what happens now, and tickets for who can send no header. */
public final class LiveRoutes implements RouteGroup {
  private static final String EVERYTHING = "/api/admin/live-stream";
  private static final String OF_PROJECT = "/api/projects/%s/live-stream";
  private static final String LAST_EVENT = "Last-Event-ID";

  private static final JsonForm<Boolean> KIND =
      JsonForm.text(
          "project",
          kind ->
              switch (kind) {
                case "project" -> true;
                case "admin" -> false;
                default ->
                    throw new InvalidValueException("", "must be project or admin", "project");
              });
  private static final JsonForm<UUID> PROJECT =
      JsonForm.text("1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9", LiveRoutes::id);

  private final LiveStream stream;
  private final LiveTickets tickets;
  private final Access access;
  private final URI baseUrl;

  /**
   * @param baseUrl the public address of this server
   */
  public LiveRoutes(LiveStream stream, LiveTickets tickets, Access access, URI baseUrl) {
    this.stream = stream;
    this.tickets = tickets;
    this.access = access;
    this.baseUrl = baseUrl;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/projects/{id}/live-stream", Route.EVENTS, this::project),
        Route.get(EVERYTHING, Route.EVENTS, this::everything),
        Route.post("/api/live-tickets", this::issue).with(Trait.SECRET));
  }

  private void project(Context ctx) {
    ProjectId project = new ProjectId(Requests.id(ctx));
    try (Admission reader = admit(ctx, OF_PROJECT.formatted(project))) {
      boolean shown =
          stream.showProject(
              reader.account().id(),
              project,
              since(ctx),
              () -> stays(reader, all -> true),
              ctx.res());
      if (!shown) {
        throw RefusedException.notFound();
      }
    }
  }

  private void everything(Context ctx) {
    try (Admission reader = admit(ctx, EVERYTHING)) {
      access.requireAdmin(reader.account());
      stream.showEverything(since(ctx), () -> stays(reader, Account::isAdmin), ctx.res());
    }
  }

  /** Who cannot be asked for stays: the database is away, and so is what could be shown. */
  private static boolean stays(Admission reader, Predicate<Account> still) {
    try {
      return reader.holder().get().filter(still).isPresent();
    } catch (RuntimeException unknown) {
      return true;
    }
  }

  private Admission admit(Context ctx, String path) {
    Optional<String> ticket = Requests.query(ctx, "ticket");
    if (ticket.isEmpty()) {
      return new Admission(access.caller(ctx), access.credential(ctx).orElseThrow(), () -> {});
    }
    return tickets
        .use(LiveTickets.name(ticket.get(), "/ticket"), path)
        .orElseThrow(
            () -> RefusedException.unauthorized("the ticket is over, or is for another stream"));
  }

  private void issue(Context ctx) {
    Account caller = access.caller(ctx);
    JsonFields body = Requests.json(ctx);
    Optional<Boolean> ofProject = body.required("stream", KIND);
    Optional<UUID> project =
        ofProject.orElse(false)
            ? body.required("project_id", PROJECT)
            : body.optional("project_id", PROJECT);
    body.requireValid();
    String path;
    if (ofProject.orElseThrow()) {
      ProjectId wanted = new ProjectId(project.orElseThrow());
      if (!stream.canShow(caller.id(), wanted)) {
        throw RefusedException.notFound();
      }
      path = OF_PROJECT.formatted(wanted);
    } else {
      access.requireAdmin(caller);
      path = EVERYTHING;
    }
    Issued issued = tickets.issue(caller.id(), path, access.credential(ctx).orElseThrow());
    Answers.created(
        ctx,
        new LiveTicketJson(
            issued.ticket(), issued.expiresAt(), baseUrl + path + "?ticket=" + issued.ticket()));
  }

  private static UUID id(String text) {
    return Ids.find(text)
        .orElseThrow(
            () -> new InvalidValueException("", "must be the id of a project", PROJECT.example()));
  }

  /** Browsers that come back send the header beside the address they began with. */
  private static Optional<String> since(Context ctx) {
    return Optional.ofNullable(ctx.header(LAST_EVENT))
        .filter(id -> !id.isBlank())
        .map(id -> LiveStream.eventId(id, "/" + LAST_EVENT))
        .or(() -> Requests.query(ctx, "since").map(id -> LiveStream.eventId(id, "/since")));
  }
}
