package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.billing.ListEvents;
import io.trafficgen.application.billing.ReplayEvent;
import io.trafficgen.application.billing.ShowEvent;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.billing.EventState;
import io.trafficgen.web.shape.EventFileJson;
import io.trafficgen.web.shape.EventJson;
import java.util.List;
import java.util.Optional;

/** Deliveries of payment providers as admins see them. */
public final class AdminEventRoutes implements RouteGroup {
  private static final String EVENTS = "/api/admin/events";

  private final ListEvents list;
  private final ShowEvent show;
  private final ReplayEvent replay;
  private final Access access;

  public AdminEventRoutes(ListEvents list, ShowEvent show, ReplayEvent replay, Access access) {
    this.list = list;
    this.show = show;
    this.replay = replay;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(EVENTS, this::list),
        Route.get(EVENTS + "/{id}", this::show),
        Route.post(EVENTS + "/{id}/replay", this::replay));
  }

  private void list(Context ctx) {
    access.admin(ctx);
    Optional<EventState> state =
        Requests.choice(ctx, "state", List.of(EventState.values()), EventState::wireName);
    Answers.page(ctx, list.list(state, Requests.page(ctx)), EventJson::of);
  }

  private void show(Context ctx) {
    access.admin(ctx);
    Answers.ok(
        ctx,
        show.show(Requests.id(ctx)).map(EventFileJson::of).orElseThrow(RefusedException::notFound));
  }

  private void replay(Context ctx) {
    Actor admin = Actor.of(access.admin(ctx).id(), Requests.address(ctx));
    Answers.ok(
        ctx,
        replay
            .replay(Requests.id(ctx), admin)
            .map(EventFileJson::of)
            .orElseThrow(RefusedException::notFound));
  }
}
