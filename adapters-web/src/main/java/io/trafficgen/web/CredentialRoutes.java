package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.account.MakeApiKey;
import io.trafficgen.application.account.OfferSecondFactor;
import io.trafficgen.application.account.RevokeApiKey;
import io.trafficgen.application.account.TurnOffSecondFactor;
import io.trafficgen.application.account.TurnOnSecondFactor;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.TotpSecret;
import io.trafficgen.web.Route.Trait;
import io.trafficgen.web.shape.ApiKeyJson;
import io.trafficgen.web.shape.TotpJson;
import java.util.List;
import java.util.Optional;

/** What opens the caller's account beside the password; never managed with an API key. */
public final class CredentialRoutes implements RouteGroup {
  private static final String KEY = "/api/users/me/api-key";
  private static final String TOTP = "/api/users/me/totp";

  private final MakeApiKey makeKey;
  private final RevokeApiKey revokeKey;
  private final OfferSecondFactor offer;
  private final TurnOnSecondFactor turnOn;
  private final TurnOffSecondFactor turnOff;
  private final Access access;

  public CredentialRoutes(
      MakeApiKey makeKey,
      RevokeApiKey revokeKey,
      OfferSecondFactor offer,
      TurnOnSecondFactor turnOn,
      TurnOffSecondFactor turnOff,
      Access access) {
    this.makeKey = makeKey;
    this.revokeKey = revokeKey;
    this.offer = offer;
    this.turnOn = turnOn;
    this.turnOff = turnOff;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(KEY, this::makeKey).with(Trait.SECRET),
        Route.delete(KEY, this::revokeKey),
        Route.post(TOTP, this::offer).with(Trait.SECRET),
        Route.post(TOTP + "/confirm", this::turnOn),
        Route.delete(TOTP, this::turnOff));
  }

  private void makeKey(Context ctx) {
    AccountId caller = access.signedIn(ctx).id();
    Answers.created(ctx, new ApiKeyJson(makeKey.make(caller, Requests.address(ctx))));
  }

  private void revokeKey(Context ctx) {
    revokeKey.revoke(access.signedIn(ctx).id(), Requests.address(ctx));
    ctx.status(204);
  }

  private void offer(Context ctx) {
    Account caller = access.signedIn(ctx);
    TotpSecret secret = offer.offer(caller.id());
    Answers.ok(ctx, new TotpJson(secret.text(), secret.uri(caller.email())));
  }

  private void turnOn(Context ctx) {
    AccountId caller = access.signedIn(ctx).id();
    turnOn.turnOn(caller, code(ctx), Requests.address(ctx));
    ctx.status(204);
  }

  private void turnOff(Context ctx) {
    AccountId caller = access.signedIn(ctx).id();
    turnOff.turnOff(caller, code(ctx), Requests.address(ctx));
    ctx.status(204);
  }

  private static String code(Context ctx) {
    JsonFields body = Requests.json(ctx);
    Optional<String> code = body.required("code", JsonForm.text("287082"));
    body.requireValid();
    return code.orElseThrow();
  }
}
