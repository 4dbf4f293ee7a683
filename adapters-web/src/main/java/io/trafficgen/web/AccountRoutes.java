package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.account.ClaimAdmin;
import io.trafficgen.domain.account.Account;
import io.trafficgen.web.shape.AccountJson;
import java.util.List;
import java.util.Optional;

/** The account of the caller. */
public final class AccountRoutes implements RouteGroup {
  private final ClaimAdmin claim;
  private final Access access;

  public AccountRoutes(ClaimAdmin claim, Access access) {
    this.claim = claim;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/users/me", ctx -> Answers.ok(ctx, AccountJson.of(access.caller(ctx)))),
        Route.post("/api/users/me/claim-admin", this::claimAdmin));
  }

  private void claimAdmin(Context ctx) {
    Account caller = access.caller(ctx);
    JsonFields body = Requests.json(ctx);
    Optional<String> secret =
        body.required("secret", JsonForm.text("the secret that the first start printed"));
    body.requireValid();
    if (!claim.claim(caller.id(), secret.orElseThrow())) {
      throw RefusedException.forbidden("the secret is wrong or was used");
    }
    Answers.ok(ctx, AccountJson.of(access.caller(ctx)));
  }
}
