package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.affiliate.MovePayout;
import io.trafficgen.application.affiliate.ReleaseEarning;
import io.trafficgen.application.affiliate.ReviewEarnings;
import io.trafficgen.application.affiliate.ReviewPayouts;
import io.trafficgen.application.affiliate.VoidEarning;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.affiliate.PayoutStatus;
import io.trafficgen.domain.affiliate.TrackedEarning;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.web.shape.ReviewedEarningJson;
import io.trafficgen.web.shape.ReviewedPayoutJson;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What admins decide about commission and payouts of all affiliates. */
public final class AffiliateReviewRoutes implements RouteGroup {
  private static final String EARNINGS = "/api/admin/earnings";
  private static final String PAYOUTS = "/api/admin/payouts";
  private static final JsonForm<String> REASON = JsonForm.label("paid by the affiliate itself");
  private static final JsonForm<String> REFERENCE = JsonForm.label("transfer 2026-11-22/17");

  private final ReviewEarnings earnings;
  private final ReleaseEarning release;
  private final VoidEarning refuse;
  private final ReviewPayouts payouts;
  private final MovePayout move;
  private final Access access;

  public AffiliateReviewRoutes(
      ReviewEarnings earnings,
      ReleaseEarning release,
      VoidEarning refuse,
      ReviewPayouts payouts,
      MovePayout move,
      Access access) {
    this.earnings = earnings;
    this.release = release;
    this.refuse = refuse;
    this.payouts = payouts;
    this.move = move;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(EARNINGS, this::earnings),
        Route.post(EARNINGS + "/{id}/release", this::release),
        Route.post(EARNINGS + "/{id}/void", this::refuse),
        Route.get(PAYOUTS, this::payouts),
        Route.post(PAYOUTS + "/{id}/approve", ctx -> move(ctx, PayoutStatus.APPROVED)),
        Route.post(PAYOUTS + "/{id}/processing", ctx -> move(ctx, PayoutStatus.PROCESSING)),
        Route.post(
            PAYOUTS + "/{id}/paid", ctx -> move(ctx, PayoutStatus.PAID, "reference", REFERENCE)),
        Route.post(
            PAYOUTS + "/{id}/reject", ctx -> move(ctx, PayoutStatus.REJECTED, "reason", REASON)),
        Route.post(
            PAYOUTS + "/{id}/failed", ctx -> move(ctx, PayoutStatus.FAILED, "reason", REASON)));
  }

  private void earnings(Context ctx) {
    access.admin(ctx);
    Answers.page(
        ctx,
        earnings.list(
            query(ctx, "status", EarningStatus::parse),
            query(ctx, "payment", AffiliateReviewRoutes::payment),
            Requests.page(ctx)),
        ReviewedEarningJson::of);
  }

  private static UUID payment(String text) {
    return Ids.find(text)
        .orElseThrow(() ->
            new InvalidValueException(
                "", "must be the id of a payment", "1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9"));
  }

  private static <T> Optional<T> query(Context ctx, String name, Function<String, T> parse) {
    try {
      return Requests.query(ctx, name).map(parse);
    } catch (InvalidValueException e) {
      throw e.problems().getFirst().pointer().isEmpty() ? e.under("/" + name) : e;
    }
  }

  private void release(Context ctx) {
    Actor admin = admin(ctx);
    answer(ctx, release.release(Requests.id(ctx), admin));
  }

  private void refuse(Context ctx) {
    Actor admin = admin(ctx);
    UUID id = Requests.id(ctx);
    answer(ctx, refuse.refuse(id, required(ctx, "reason", REASON), admin));
  }

  private static void answer(Context ctx, Optional<TrackedEarning> earning) {
    Answers.ok(ctx, earning.map(ReviewedEarningJson::of).orElseThrow(RefusedException::notFound));
  }

  private void payouts(Context ctx) {
    access.admin(ctx);
    Answers.page(
        ctx,
        payouts.list(query(ctx, "status", PayoutStatus::parse), Requests.page(ctx)),
        ReviewedPayoutJson::of);
  }

  private void move(Context ctx, PayoutStatus to) {
    Actor admin = admin(ctx);
    move(ctx, to, Optional.empty(), admin);
  }

  private void move(Context ctx, PayoutStatus to, String field, JsonForm<String> form) {
    Actor admin = admin(ctx);
    move(ctx, to, Optional.of(required(ctx, field, form)), admin);
  }

  private void move(Context ctx, PayoutStatus to, Optional<String> note, Actor admin) {
    Answers.ok(
        ctx,
        move.move(Requests.id(ctx), to, note, admin)
            .map(ReviewedPayoutJson::of)
            .orElseThrow(RefusedException::notFound));
  }

  private static String required(Context ctx, String field, JsonForm<String> form) {
    JsonFields body = Requests.json(ctx);
    Optional<String> value = body.required(field, form);
    body.requireValid();
    return value.orElseThrow();
  }

  private Actor admin(Context ctx) {
    return Actor.of(access.admin(ctx).id(), Requests.address(ctx));
  }
}
