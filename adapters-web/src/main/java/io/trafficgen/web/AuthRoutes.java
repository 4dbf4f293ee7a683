package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.account.OpenSession;
import io.trafficgen.application.account.RefreshSession;
import io.trafficgen.application.account.RegisterAccount;
import io.trafficgen.application.account.SignIn;
import io.trafficgen.application.account.SignInOutcome;
import io.trafficgen.application.account.SignOut;
import io.trafficgen.application.account.SignUp;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Password;
import io.trafficgen.web.security.SessionTokens;
import io.trafficgen.web.shape.AccountJson;
import io.trafficgen.web.shape.TokenJson;
import java.util.List;
import java.util.Optional;

/** Signing up, in and out. */
public final class AuthRoutes implements RouteGroup {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final RegisterAccount register;
  private final SignIn signIn;
  private final RefreshSession refresh;
  private final SignOut signOut;
  private final SessionTokens tokens;
  private final Access access;

  public AuthRoutes(
      RegisterAccount register,
      SignIn signIn,
      RefreshSession refresh,
      SignOut signOut,
      SessionTokens tokens,
      Access access) {
    this.register = register;
    this.signIn = signIn;
    this.refresh = refresh;
    this.signOut = signOut;
    this.tokens = tokens;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/api/auth/register", this::register),
        Route.post("/api/auth/token", this::token),
        Route.post("/api/auth/refresh", this::refresh),
        Route.post("/api/auth/logout", this::logout));
  }

  private void register(Context ctx) {
    JsonFields body = Requests.json(ctx);
    Optional<Email> email =
        body.required("email", JsonForm.text("owner@shop.example", Email::parse));
    Optional<Password> password =
        body.required(
            "password", JsonForm.text("a kettle sings on the windowsill", Password::parse));
    Optional<String> name = body.optional("name", JsonForm.label("Ada Owner"));
    Optional<String> code = body.optional("affiliate_code", JsonForm.text("7k3q9mzt"));
    Optional<String> invitation =
        body.optional("invitation", JsonForm.text("the code that an admin gave you"));
    body.requireValid();
    SignUp signUp =
        new SignUp(
            email.orElseThrow(),
            password.orElseThrow(),
            name,
            code,
            ReferralRoutes.followed(ctx),
            invitation,
            Requests.address(ctx));
    Answers.created(ctx, AccountJson.of(register.register(signUp)));
  }

  private void token(Context ctx) {
    byte[] raw = Requests.body(ctx, Requests.BODY_LIMIT, List.of(Route.JSON, FORM));
    JsonFields body =
        Requests.mediaType(ctx).filter(FORM::equals).isPresent()
            ? JsonFields.ofForm(raw)
            : JsonFields.of(raw);
    Optional<String> username = body.required("username", JsonForm.text("owner@shop.example"));
    Optional<String> password =
        body.required("password", JsonForm.text("a kettle sings on the windowsill"));
    Optional<String> code = body.optional("totp", JsonForm.text("287082"));
    boolean cookie = body.optional("cookie", JsonForm.flag()).orElse(false);
    body.requireValid();
    if (cookie) {
      access.browsers().requireSafe(ctx);
    }
    OpenSession session =
        switch (signIn.signIn(username.orElseThrow(), password.orElseThrow(), code)) {
          case SignInOutcome.Opened opened -> opened.session();
          case SignInOutcome.Unknown unknown ->
              throw RefusedException.unauthorized("e-mail or password is wrong");
          case SignInOutcome.CodeNeeded needed ->
              throw RefusedException.unauthorized(
                  "the password is right; send a one-time code as totp as well");
          case SignInOutcome.CodeWrong wrong ->
              throw RefusedException.unauthorized(
                  "the one-time code is wrong or was used: wait for the next one");
        };
    if (cookie) {
      access.browsers().open(ctx, session.id());
      ctx.status(204);
    } else {
      answer(ctx, session);
    }
  }

  private void refresh(Context ctx) {
    JsonFields body = Requests.json(ctx);
    Optional<String> token =
        body.required("refresh_token", JsonForm.text("the refresh_token of the last sign-in"));
    body.requireValid();
    answer(
        ctx,
        refresh
            .refresh(token.orElseThrow())
            .orElseThrow(
                () -> RefusedException.unauthorized("the refresh token is unknown or used")));
  }

  private void logout(Context ctx) {
    access.signedIn(ctx);
    signOut.signOut(access.session(ctx));
    access.browsers().close(ctx);
    ctx.status(204);
  }

  private void answer(Context ctx, OpenSession session) {
    Answers.ok(
        ctx,
        TokenJson.bearer(
            tokens.issue(session.id()),
            SessionTokens.LIFETIME.toSeconds(),
            session.refreshToken()));
  }
}
