package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.account.ConfirmEmail;
import io.trafficgen.application.account.RequestPasswordReset;
import io.trafficgen.application.account.ResetPassword;
import io.trafficgen.application.account.SendConfirmation;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Password;
import io.trafficgen.web.shape.AccountJson;
import java.util.List;
import java.util.Optional;

/** What is done with secrets that came by mail. */
public final class RecoveryRoutes implements RouteGroup {
  private static final JsonForm<String> TOKEN = JsonForm.text("the token of the mail");

  private final ConfirmEmail confirm;
  private final SendConfirmation send;
  private final RequestPasswordReset requestReset;
  private final ResetPassword reset;
  private final Access access;

  public RecoveryRoutes(
      ConfirmEmail confirm,
      SendConfirmation send,
      RequestPasswordReset requestReset,
      ResetPassword reset,
      Access access) {
    this.confirm = confirm;
    this.send = send;
    this.requestReset = requestReset;
    this.reset = reset;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/api/auth/verify-email", this::verifyEmail),
        Route.post("/api/auth/forgot-password", this::forgotPassword),
        Route.post("/api/auth/reset-password", this::resetPassword));
  }

  /** With a token by whoever has it; without one the caller is sent another. */
  private void verifyEmail(Context ctx) {
    JsonFields body = Requests.jsonOrNothing(ctx);
    Optional<String> token = body.optional("token", TOKEN);
    body.requireValid();
    if (token.isEmpty()) {
      send.send(access.signedIn(ctx));
      Answers.accepted(ctx, "a mail is on its way unless the e-mail is confirmed");
      return;
    }
    Answers.ok(
        ctx,
        confirm.confirm(token.get()).map(AccountJson::of).orElseThrow(RecoveryRoutes::notGood));
  }

  private void forgotPassword(Context ctx) {
    JsonFields body = Requests.json(ctx);
    Optional<Email> email =
        body.required("email", JsonForm.text("owner@shop.example", Email::parse));
    body.requireValid();
    requestReset.request(email.orElseThrow());
    Answers.accepted(ctx, "if there is such an account, a mail is on its way");
  }

  private void resetPassword(Context ctx) {
    JsonFields body = Requests.json(ctx);
    Optional<String> token = body.required("token", TOKEN);
    Optional<Password> password =
        body.required(
            "password", JsonForm.text("a kettle sings on the windowsill", Password::parse));
    body.requireValid();
    if (!reset.reset(token.orElseThrow(), password.orElseThrow(), Requests.address(ctx))) {
      throw notGood();
    }
    ctx.status(204);
  }

  private static InvalidValueException notGood() {
    return new InvalidValueException(
        "/token", "is unknown, used, replaced by a later one or too old", TOKEN.example());
  }
}
