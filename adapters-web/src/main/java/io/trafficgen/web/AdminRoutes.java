package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.account.ChangeStanding;
import io.trafficgen.application.account.InviteSomebody;
import io.trafficgen.application.account.ListAccounts;
import io.trafficgen.application.audit.ListAuditLog;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Role;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.web.Route.Trait;
import io.trafficgen.web.shape.AccountJson;
import io.trafficgen.web.shape.AuditEntryJson;
import io.trafficgen.web.shape.InvitationJson;
import java.util.List;
import java.util.Optional;

/** What admins do about accounts, and what was done. */
public final class AdminRoutes implements RouteGroup {
  private final ListAccounts list;
  private final ChangeStanding change;
  private final InviteSomebody invite;
  private final ListAuditLog log;
  private final Access access;

  public AdminRoutes(
      ListAccounts list,
      ChangeStanding change,
      InviteSomebody invite,
      ListAuditLog log,
      Access access) {
    this.list = list;
    this.change = change;
    this.invite = invite;
    this.log = log;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/admin/users", this::users),
        Route.patch("/api/admin/users/{id}", this::change),
        Route.post("/api/admin/invitations", this::invite).with(Trait.SECRET),
        Route.get("/api/admin/audit-log", this::log));
  }

  private void users(Context ctx) {
    access.admin(ctx);
    Answers.page(ctx, list.list(Requests.page(ctx)), AccountJson::of);
  }

  private void change(Context ctx) {
    AccountId admin = access.admin(ctx).id();
    AccountId id = new AccountId(Requests.id(ctx));
    JsonFields body = Requests.json(ctx);
    Optional<Role> role = body.optional("role", JsonForm.text("admin", Role::parse));
    Optional<Boolean> disabled = body.optional("disabled", JsonForm.flag());
    body.requireValid();
    Answers.ok(
        ctx,
        change
            .change(id, role, disabled, Actor.of(admin, Requests.address(ctx)))
            .map(AccountJson::of)
            .orElseThrow(RefusedException::notFound));
  }

  private void invite(Context ctx) {
    AccountId admin = access.admin(ctx).id();
    JsonFields body = Requests.jsonOrNothing(ctx);
    Optional<Email> email =
        body.optional("email", JsonForm.text("friend@shop.example", Email::parse));
    body.requireValid();
    Answers.created(ctx, InvitationJson.of(invite.invite(email, admin, Requests.address(ctx))));
  }

  private void log(Context ctx) {
    access.admin(ctx);
    Answers.page(ctx, log.list(Requests.page(ctx)), AuditEntryJson::of);
  }
}
