package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.site.AddSite;
import io.trafficgen.application.site.ListSites;
import io.trafficgen.application.site.RemoveSite;
import io.trafficgen.application.site.ShowSite;
import io.trafficgen.application.site.VerifyOutcome;
import io.trafficgen.application.site.VerifySite;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.web.security.ThrottledException;
import io.trafficgen.web.shape.SiteJson;
import java.util.List;
import java.util.Optional;

/** Hosts of the caller, and their proofs. */
public final class SiteRoutes implements RouteGroup {
  private final AddSite add;
  private final ListSites list;
  private final ShowSite show;
  private final VerifySite verify;
  private final RemoveSite remove;
  private final Access access;

  public SiteRoutes(
      AddSite add,
      ListSites list,
      ShowSite show,
      VerifySite verify,
      RemoveSite remove,
      Access access) {
    this.add = add;
    this.list = list;
    this.show = show;
    this.verify = verify;
    this.remove = remove;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/sites", this::list),
        Route.post("/api/sites", this::add),
        Route.get("/api/sites/{id}", this::show),
        Route.delete("/api/sites/{id}", this::remove),
        Route.post("/api/sites/{id}/verify", this::verify));
  }

  private void list(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Answers.page(ctx, list.list(caller, Requests.page(ctx)), SiteJson::of);
  }

  private void add(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    JsonFields body = Requests.json(ctx);
    Optional<Host> host = body.required("host", JsonForm.text("shop.example", Host::parse));
    body.requireValid();
    Answers.created(ctx, SiteJson.of(add.add(caller, host.orElseThrow())));
  }

  private void show(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Answers.ok(
        ctx,
        show.show(caller, new SiteId(Requests.id(ctx)))
            .map(SiteJson::of)
            .orElseThrow(RefusedException::notFound));
  }

  private void remove(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    if (!remove.remove(caller, new SiteId(Requests.id(ctx)))) {
      throw RefusedException.notFound();
    }
    ctx.status(204);
  }

  private void verify(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    switch (verify.verify(caller, new SiteId(Requests.id(ctx)))) {
      case VerifyOutcome.Checked checked -> Answers.ok(ctx, SiteJson.of(checked.report()));
      case VerifyOutcome.TooSoon soon ->
          throw new ThrottledException(
              "this site is being checked, or was just now", soon.retryAfter());
      case VerifyOutcome.Absent absent -> throw RefusedException.notFound();
    }
  }
}
