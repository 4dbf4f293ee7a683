package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.affiliate.CancelPayout;
import io.trafficgen.application.affiliate.ListPayouts;
import io.trafficgen.application.affiliate.RequestPayout;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.web.shape.PayoutJson;
import java.util.List;
import java.util.Optional;

/** Earnings of the caller on their way out. */
public final class PayoutRoutes implements RouteGroup {
  private static final String PATH = "/api/affiliate/payouts";
  private static final int LONGEST_METHOD = 200;

  private final RequestPayout request;
  private final ListPayouts list;
  private final CancelPayout cancel;
  private final Access access;

  public PayoutRoutes(RequestPayout request, ListPayouts list, CancelPayout cancel, Access access) {
    this.request = request;
    this.list = list;
    this.cancel = cancel;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(PATH, this::request),
        Route.get(PATH, this::list),
        Route.post(PATH + "/{id}/cancel", this::cancel));
  }

  private void request(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    JsonFields body = Requests.jsonOrNothing(ctx);
    Optional<String> method =
        body.optional("method", JsonForm.label("IBAN DE02 1203 0000 0000 2020 51", LONGEST_METHOD));
    body.requireValid();
    Answers.created(ctx, PayoutJson.of(request.request(caller, method, Requests.address(ctx))));
  }

  private void list(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Answers.page(ctx, list.list(caller, Requests.page(ctx)), PayoutJson::of);
  }

  private void cancel(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Answers.ok(
        ctx,
        cancel
            .cancel(caller, Requests.id(ctx), Requests.address(ctx))
            .map(PayoutJson::of)
            .orElseThrow(RefusedException::notFound));
  }
}
