package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.billing.AssignPayment;
import io.trafficgen.application.billing.ListPayments;
import io.trafficgen.application.billing.RefundPayment;
import io.trafficgen.application.billing.ReturnPayment;
import io.trafficgen.application.billing.ShowPayment;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.billing.PaymentStatus;
import io.trafficgen.domain.money.Money;
import io.trafficgen.web.shape.PaymentJson;
import io.trafficgen.web.shape.PaymentTrailJson;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payments as admins follow them, and what they do about them. */
public final class AdminPaymentRoutes implements RouteGroup {
  private static final String PAYMENTS = "/api/admin/payments";
  private static final String PAYMENT = PAYMENTS + "/{id}";

  private static final JsonForm<AccountId> ACCOUNT =
      JsonForm.text("9b2f3d4c-1a2b-4c3d-8e4f-5a6b7c8d9e0f", AdminPaymentRoutes::account);

  /** More in one payment is a slip of the pen, and more than a balance holds. */
  private static final Money MOST = Money.parse("99999999.99");

  private final ListPayments list;
  private final ShowPayment show;
  private final AssignPayment assign;
  private final ReturnPayment giveBack;
  private final RefundPayment refund;
  private final Access access;

  public AdminPaymentRoutes(
      ListPayments list,
      ShowPayment show,
      AssignPayment assign,
      ReturnPayment giveBack,
      RefundPayment refund,
      Access access) {
    this.list = list;
    this.show = show;
    this.assign = assign;
    this.giveBack = giveBack;
    this.refund = refund;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(PAYMENTS, this::list),
        Route.get(PAYMENT, this::show),
        Route.post(PAYMENT + "/assign", this::assign),
        Route.post(PAYMENT + "/return", this::giveBack),
        Route.post(PAYMENT + "/refund", this::refund));
  }

  private void list(Context ctx) {
    access.admin(ctx);
    Optional<PaymentStatus> status =
        Requests.choice(ctx, "status", List.of(PaymentStatus.values()), PaymentStatus::wireName);
    Answers.page(ctx, list.list(status, Requests.page(ctx)), PaymentJson::of);
  }

  private void show(Context ctx) {
    access.admin(ctx);
    answer(ctx, Requests.id(ctx));
  }

  private void assign(Context ctx) {
    Actor admin = actor(ctx);
    UUID payment = Requests.id(ctx);
    JsonFields body = Requests.json(ctx);
    Optional<AccountId> account = body.required("user_id", ACCOUNT);
    Optional<Money> euros =
        body.optional("amount", JsonForm.text("500.00", AdminPaymentRoutes::received));
    body.requireValid();
    done(ctx, payment, assign.assign(payment, account.orElseThrow(), euros, admin));
  }

  private void giveBack(Context ctx) {
    Actor admin = actor(ctx);
    UUID payment = Requests.id(ctx);
    done(ctx, payment, giveBack.giveBack(payment, admin));
  }

  private void refund(Context ctx) {
    Actor admin = actor(ctx);
    UUID payment = Requests.id(ctx);
    JsonFields body = Requests.json(ctx);
    Optional<Money> amount = body.required("amount", JsonForm.text("100.00", Money::parse));
    Optional<String> reason = body.required("reason", JsonForm.reason("Wrong plan bought"));
    body.requireValid();
    done(ctx, payment, refund.refund(payment, amount.orElseThrow(), reason.orElseThrow(), admin));
  }

  private Actor actor(Context ctx) {
    return Actor.of(access.admin(ctx).id(), Requests.address(ctx));
  }

  private void done(Context ctx, UUID payment, boolean found) {
    if (!found) {
      throw RefusedException.notFound();
    }
    answer(ctx, payment);
  }

  private void answer(Context ctx, UUID payment) {
    Answers.ok(
        ctx, show.show(payment).map(PaymentTrailJson::of).orElseThrow(RefusedException::notFound));
  }

  private static AccountId account(String text) {
    return Ids.find(text)
        .map(AccountId::new)
        .orElseThrow(
            () -> new InvalidValueException("", "must be the id of a user", ACCOUNT.example()));
  }

  private static Money received(String text) {
    Money euros = Money.parse(text);
    if (euros.compareTo(MOST) > 0) {
      throw new InvalidValueException("", "is above " + MOST, "500.00");
    }
    return euros;
  }
}
