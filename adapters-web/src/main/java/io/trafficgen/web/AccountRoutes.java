package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.account.ChangeProfile;
import io.trafficgen.application.account.ClaimAdmin;
import io.trafficgen.application.account.CloseAccount;
import io.trafficgen.application.account.ProfileDraft;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Password;
import io.trafficgen.web.shape.AccountJson;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The account of the caller. */
public final class AccountRoutes implements RouteGroup {
  private static final String ME = "/api/users/me";

  private final ChangeProfile change;
  private final CloseAccount close;
  private final ClaimAdmin claim;
  private final Access access;

  public AccountRoutes(ChangeProfile change, CloseAccount close, ClaimAdmin claim, Access access) {
    this.change = change;
    this.close = close;
    this.claim = claim;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(ME, ctx -> Answers.ok(ctx, AccountJson.of(access.caller(ctx)))),
        Route.patch(ME, this::change),
        Route.delete(ME, this::close),
        Route.post(ME + "/claim-admin", this::claimAdmin));
  }

  private void change(Context ctx) {
    Account caller = access.caller(ctx);
    JsonFields body = Requests.json(ctx);
    ProfileDraft draft =
        new ProfileDraft(
            contact(body),
            body.optional("email", JsonForm.text("owner@shop.example", Email::parse)),
            body.optional(
                "password", JsonForm.text("a kettle sings on the windowsill", Password::parse)),
            body.optional("current_password", JsonForm.text("as you sign in")));
    body.requireValid();
    if (draft.needsPassword()) {
      access.signedIn(ctx);
    }
    Answers.ok(
        ctx,
        change
            .change(caller, draft, Requests.address(ctx))
            .map(AccountJson::of)
            .orElseThrow(RefusedException::notFound));
  }

  private static UnaryOperator<ContactDetails> contact(JsonFields body) {
    UnaryOperator<Optional<String>> name = body.change("name", JsonForm.label("Ada Owner"));
    UnaryOperator<Optional<String>> phone = body.change("phone", JsonForm.label("+49 30 1234567"));
    UnaryOperator<Optional<String>> company = body.change("company", JsonForm.label("Shop Ltd"));
    UnaryOperator<Optional<String>> vatId = body.change("vat_id", JsonForm.label("DE123456789"));
    UnaryOperator<Optional<String>> address = body.change("address", JsonForm.label("Main St 1"));
    UnaryOperator<Optional<String>> city = body.change("city", JsonForm.label("Berlin"));
    UnaryOperator<Optional<String>> zip = body.change("zip", JsonForm.label("10115"));
    UnaryOperator<Optional<String>> country = body.change("country", JsonForm.label("DE"));
    return old ->
        new ContactDetails(
            name.apply(old.name()),
            phone.apply(old.phone()),
            company.apply(old.company()),
            vatId.apply(old.vatId()),
            address.apply(old.address()),
            city.apply(old.city()),
            zip.apply(old.zip()),
            country.apply(old.country()));
  }

  private void close(Context ctx) {
    Account caller = access.signedIn(ctx);
    JsonFields body = Requests.json(ctx);
    Optional<String> password = body.required("password", JsonForm.text("as you sign in"));
    body.requireValid();
    close.close(caller, password.orElseThrow(), Requests.address(ctx));
    ctx.status(204);
  }

  private void claimAdmin(Context ctx) {
    Account caller = access.signedIn(ctx);
    JsonFields body = Requests.json(ctx);
    Optional<String> secret =
        body.required("secret", JsonForm.text("the secret that the first start printed"));
    body.requireValid();
    if (!claim.claim(caller.id(), secret.orElseThrow(), Requests.address(ctx))) {
      throw RefusedException.forbidden("the secret is wrong or was used");
    }
    Answers.ok(ctx, AccountJson.of(access.signedIn(ctx)));
  }
}
