package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.affiliate.ChangeCode;
import io.trafficgen.application.affiliate.ChooseAutoCredit;
import io.trafficgen.application.affiliate.ExportEarnings;
import io.trafficgen.application.affiliate.ListClicks;
import io.trafficgen.application.affiliate.ListEarnings;
import io.trafficgen.application.affiliate.ShowAffiliate;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.AffiliateSummary;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.web.shape.AffiliateJson;
import io.trafficgen.web.shape.ClickJson;
import io.trafficgen.web.shape.EarningJson;
import java.util.List;
import java.util.Optional;

/** The caller as an affiliate: link, clicks, earnings. */
public final class AffiliateRoutes implements RouteGroup {
  private static final CsvTable<Earning> TABLE =
      new CsvTable<>(
          List.of("created_at", "id", "referee", "transaction_id", "amount", "status"),
          AffiliateRoutes::row);

  private final ShowAffiliate show;
  private final ChangeCode changeCode;
  private final ChooseAutoCredit chooseAutoCredit;
  private final ListClicks clicks;
  private final ListEarnings earnings;
  private final ExportEarnings export;
  private final String baseUrl;
  private final Access access;

  /**
   * @param baseUrl of this server, without a slash at its end
   */
  public AffiliateRoutes(
      ShowAffiliate show,
      ChangeCode changeCode,
      ChooseAutoCredit chooseAutoCredit,
      ListClicks clicks,
      ListEarnings earnings,
      ExportEarnings export,
      String baseUrl,
      Access access) {
    this.show = show;
    this.changeCode = changeCode;
    this.chooseAutoCredit = chooseAutoCredit;
    this.clicks = clicks;
    this.earnings = earnings;
    this.export = export;
    this.baseUrl = baseUrl;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/affiliate/summary", this::summary),
        Route.post("/api/affiliate/code", this::changeCode),
        Route.patch("/api/affiliate/settings", this::settings),
        Route.get("/api/affiliate/clicks", this::clicks),
        Route.get("/api/affiliate/earnings", this::earnings),
        Route.get("/api/affiliate/earnings.csv", CsvTable.TYPE, this::csv));
  }

  private void summary(Context ctx) {
    answer(ctx, show.show(access.caller(ctx).id()));
  }

  private void changeCode(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    answer(ctx, changeCode.change(caller, Requests.address(ctx)));
  }

  private void settings(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    JsonFields body = Requests.json(ctx);
    Optional<Boolean> autoCredit = body.required("auto_credit", JsonForm.flag());
    body.requireValid();
    answer(ctx, chooseAutoCredit.choose(caller, autoCredit.orElseThrow(), Requests.address(ctx)));
  }

  private void answer(Context ctx, AffiliateSummary summary) {
    Answers.ok(ctx, AffiliateJson.of(summary, baseUrl));
  }

  private void clicks(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Answers.page(ctx, clicks.list(caller, Requests.page(ctx)), ClickJson::of);
  }

  private void earnings(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Answers.page(ctx, earnings.list(caller, Requests.page(ctx)), EarningJson::of);
  }

  private void csv(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    TABLE.write(export.export(caller), "trafficgen-earnings.csv", ctx.res());
  }

  private static List<Object> row(Earning earning) {
    EarningJson shown = EarningJson.of(earning);
    return List.of(
        Json.time(shown.createdAt()),
        shown.id(),
        shown.referee(),
        shown.transactionId(),
        shown.amount(),
        shown.status());
  }
}
