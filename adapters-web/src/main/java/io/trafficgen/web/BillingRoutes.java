package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.billing.ExportTransactions;
import io.trafficgen.application.billing.ListTransactions;
import io.trafficgen.application.billing.PricedQuote;
import io.trafficgen.application.billing.QuotePrice;
import io.trafficgen.application.billing.QuoteVisits;
import io.trafficgen.application.billing.RequestTopUp;
import io.trafficgen.application.billing.ShowBalance;
import io.trafficgen.application.billing.ShowTopUp;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Transaction;
import io.trafficgen.domain.money.Money;
import io.trafficgen.web.shape.BalanceJson;
import io.trafficgen.web.shape.QuoteJson;
import io.trafficgen.web.shape.TopUpJson;
import io.trafficgen.web.shape.TransactionJson;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Prices, intents to pay, balance and statement. */
public final class BillingRoutes implements RouteGroup {
  private static final Pattern VISITS = Pattern.compile("[0-9]{1,18}");

  private static final CsvTable<Transaction> STATEMENT =
      new CsvTable<>(
          List.of("created_at", "id", "type", "amount", "description", "status"),
          BillingRoutes::row);

  private final QuotePrice quotePrice;
  private final QuoteVisits quoteVisits;
  private final RequestTopUp requestTopUp;
  private final ShowTopUp showTopUp;
  private final ShowBalance showBalance;
  private final ListTransactions listTransactions;
  private final ExportTransactions export;
  private final Access access;

  public BillingRoutes(
      QuotePrice quotePrice,
      QuoteVisits quoteVisits,
      RequestTopUp requestTopUp,
      ShowTopUp showTopUp,
      ShowBalance showBalance,
      ListTransactions listTransactions,
      ExportTransactions export,
      Access access) {
    this.quotePrice = quotePrice;
    this.quoteVisits = quoteVisits;
    this.requestTopUp = requestTopUp;
    this.showTopUp = showTopUp;
    this.showBalance = showBalance;
    this.listTransactions = listTransactions;
    this.export = export;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/billing/quote", this::quote),
        Route.post("/api/billing/topups", this::requestTopUp),
        Route.get("/api/billing/topups/{id}", this::showTopUp),
        Route.get("/api/billing/balance", this::balance),
        Route.get("/api/billing/transactions", this::transactions),
        Route.get("/api/billing/transactions.csv", CsvTable.TYPE, this::csv));
  }

  /** Needs no token. */
  private void quote(Context ctx) {
    Optional<String> amount = Requests.query(ctx, "amount");
    Optional<String> visits = Requests.query(ctx, "visits");
    if (amount.isPresent() == visits.isPresent()) {
      throw new InvalidValueException("/amount", "give either amount or visits", "500.00");
    }
    Answers.ok(
        ctx,
        QuoteJson.of(
            amount.isPresent() ? quoteAmount(amount.get()) : quoteVisits(visits.orElseThrow())));
  }

  private PricedQuote quoteAmount(String amount) {
    try {
      return quotePrice.quote(Money.parse(amount));
    } catch (InvalidValueException e) {
      throw e.under("/amount");
    }
  }

  private PricedQuote quoteVisits(String visits) {
    if (!VISITS.matcher(visits).matches()) {
      throw new InvalidValueException("/visits", "must be a whole number", "1000000");
    }
    try {
      return quoteVisits.quote(Long.parseLong(visits));
    } catch (InvalidValueException e) {
      throw e.under("/visits");
    }
  }

  private void requestTopUp(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    JsonFields body = Requests.json(ctx);
    Optional<Money> amount = body.required("amount", JsonForm.text("500.00", Money::parse));
    Optional<String> provider = body.optional("provider", JsonForm.text("revolut"));
    body.requireValid();
    Answers.created(
        ctx, TopUpJson.of(requestTopUp.request(caller, amount.orElseThrow(), provider)));
  }

  private void showTopUp(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Answers.ok(
        ctx,
        showTopUp
            .show(caller, Requests.id(ctx))
            .map(TopUpJson::of)
            .orElseThrow(RefusedException::notFound));
  }

  private void balance(Context ctx) {
    Answers.ok(ctx, BalanceJson.of(showBalance.show(access.caller(ctx).id())));
  }

  private void transactions(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    Answers.page(ctx, listTransactions.list(caller, Requests.page(ctx)), TransactionJson::of);
  }

  private void csv(Context ctx) {
    AccountId caller = access.caller(ctx).id();
    STATEMENT.write(export.export(caller), "trafficgen-statement.csv", ctx.res());
  }

  private static List<Object> row(Transaction transaction) {
    TransactionJson shown = TransactionJson.of(transaction);
    return List.of(
        Json.time(shown.createdAt()),
        shown.id(),
        shown.type(),
        shown.amount(),
        shown.description(),
        shown.status());
  }
}
