package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.billing.GrantBonus;
import io.trafficgen.application.billing.ReconcileLedger;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.money.Money;
import io.trafficgen.web.shape.AccountJson;
import io.trafficgen.web.shape.ReconciliationJson;
import java.util.List;
import java.util.Optional;

/** What admins give, and whether all money is where it should be. */
public final class AdminLedgerRoutes implements RouteGroup {
  private final GrantBonus grant;
  private final ReconcileLedger reconcile;
  private final Access access;

  public AdminLedgerRoutes(GrantBonus grant, ReconcileLedger reconcile, Access access) {
    this.grant = grant;
    this.reconcile = reconcile;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/api/admin/users/{id}/credit", this::credit),
        Route.get("/api/admin/reconcile", this::reconcile));
  }

  private void credit(Context ctx) {
    Actor admin = Actor.of(access.admin(ctx).id(), Requests.address(ctx));
    AccountId account = new AccountId(Requests.id(ctx));
    JsonFields body = Requests.json(ctx);
    Optional<Money> amount = body.required("amount", JsonForm.text("25.00", Money::parse));
    Optional<String> reason = body.required("reason", JsonForm.reason("Sorry for the long wait"));
    body.requireValid();
    Answers.ok(
        ctx,
        grant
            .grant(account, amount.orElseThrow(), reason.orElseThrow(), admin)
            .map(AccountJson::of)
            .orElseThrow(RefusedException::notFound));
  }

  private void reconcile(Context ctx) {
    access.admin(ctx);
    Answers.ok(ctx, ReconciliationJson.of(reconcile.reconcile()));
  }
}
