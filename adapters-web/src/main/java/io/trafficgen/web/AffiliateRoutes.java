package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.affiliate.ListEarnings;
import io.trafficgen.application.affiliate.ShowAffiliate;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.web.shape.AffiliateJson;
import io.trafficgen.web.shape.EarningJson;
import java.util.List;

/** What the caller earned as an affiliate. */
public final class AffiliateRoutes implements RouteGroup {
  private final ShowAffiliate show;
  private final ListEarnings earnings;
  private final String baseUrl;
  private final Access access;

  /**
   * @param baseUrl of this server, without a slash at its end
   */
  public AffiliateRoutes(ShowAffiliate show, ListEarnings earnings, String baseUrl, Access access) {
    this.show = show;
    this.earnings = earnings;
    this.baseUrl = baseUrl;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/affiliate/summary", this::summary),
        Route.get("/api/affiliate/earnings", this::earnings));
  }

  private void summary(Context ctx) {
    Answers.ok(ctx, AffiliateJson.of(show.show(access.caller(ctx).id()), baseUrl));
  }

  private void earnings(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Answers.page(ctx, earnings.list(caller, Requests.page(ctx)), EarningJson::of);
  }
}
