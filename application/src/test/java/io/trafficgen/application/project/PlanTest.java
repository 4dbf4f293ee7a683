package io.trafficgen.application.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.fake.InMemoryProjects;
import io.trafficgen.application.fake.InMemorySites;
import io.trafficgen.application.fake.RecordingHitStore;
import io.trafficgen.application.fake.ScriptedBudgets;
import io.trafficgen.application.fake.ScriptedLedger;
import io.trafficgen.application.project.CreateProject.Draft;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.BalanceSheet;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.LotKind;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.Finish;
import io.trafficgen.domain.visit.Forecast;
import io.trafficgen.domain.visit.Room;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The plan of a project that nobody created, and of one that somebody did. */
class PlanTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:30Z");
  private static final AccountId OWNER = new AccountId(Fixtures.uuid());
  private static final VisitLimits LIMITS = new VisitLimits(1_000, 5_000, Optional.empty());
  private static final String SETTINGS =
      "{\"entryUrls\":\"https://shop.example/\",\"qa\":{\"rampMinutes\":0}}";
  private static final Lot BONUS =
      Lot.granted(
          new LotId(Fixtures.uuid()), LotKind.BONUS, Money.parse("1"), Money.ofMicros(200), 1, NOW);

  private final InMemorySites sites = new InMemorySites();
  private final InMemoryProjects projects = new InMemoryProjects();
  private final ScriptedBudgets budgets = new ScriptedBudgets(new RecordingHitStore());
  private final PlanReports plans =
      new PlanReports(
          sites, new StartConditions(sites), PricingCurve.standard(), 60, InstantSource.fixed(NOW));
  private final ShowPlan show = new ShowPlan(projects, budgets, plans);

  private PlanReport preview(Money debt, String settings) {
    ScriptedLedger ledger =
        new ScriptedLedger(new BalanceSheet(Money.parse("1"), debt, List.of(BONUS)));
    return new PreviewPlan(ledger, plans, InstantSource.fixed(NOW))
        .preview(
            OWNER, new Draft("Plan", "Custom", LIMITS, SettingsDocument.parse(settings), false));
  }

  @Test
  void tells_fields_forecast_and_what_a_start_would_be_refused_for() {
    PlanReport report = preview(Money.ZERO, SETTINGS);
    assertThat(report.plan().fields()).anyMatch(field -> field.field().equals("qa.rampMinutes"));
    assertThat(report.forecast().finish()).isEqualTo(Finish.TARGET);
    assertThat(report.forecast().visits()).isEqualTo(5_000);
    assertThat(report.forecast().bindingCap()).contains(BindingCap.DAILY_LIMIT);
    assertThat(report.obstacles())
        .extracting(Problem::pointer)
        .containsExactly("/settings/entryUrls");
    assertThat(preview(Money.ZERO, SETTINGS)).isEqualTo(report);
    assertThat(budgets.reservations()).isEmpty();
    assertThat(projects.active()).isEmpty();
  }

  @Test
  void costs_what_the_lots_cost_and_nothing_from_the_lots_of_who_owes() {
    assertThat(preview(Money.ZERO, SETTINGS).forecast().cost()).isEqualTo(Money.parse("1"));
    Forecast owing = preview(Money.parse("0.10"), SETTINGS).forecast();
    assertThat(owing.cost()).isEqualTo(Money.parse("2.90"));
    assertThat(owing.fundsLastUntil()).contains(NOW);
  }

  @Test
  void names_every_field_that_cannot_be_used() {
    assertThatThrownBy(() -> preview(Money.ZERO, "{\"trafficSpeed\":\"fast\"}"))
        .isInstanceOfSatisfying(
            NotAllowedException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::pointer)
                    .containsExactlyInAnyOrder("/settings/trafficSpeed", "/settings/entryUrls"));
  }

  @Test
  void shows_its_owner_how_a_project_goes_on() {
    Project project = Fixtures.project(OWNER, LIMITS, SETTINGS);
    projects.add(project);
    budgets.answerRoom(request -> new Room(0, 0, 10, 700, request.hostPerMinute(), List.of(BONUS)));
    Forecast forecast = show.show(OWNER, project.id()).orElseThrow().forecast();
    // Ten are left today; the rest is tomorrow's.
    assertThat(forecast.visits()).isEqualTo(700);
    assertThat(forecast.finishesAt().orElseThrow())
        .isBetween(Instant.parse("2026-11-24T16:30:00Z"), Instant.parse("2026-11-24T16:40:00Z"));
    assertThat(show.show(new AccountId(Fixtures.uuid()), project.id())).isEmpty();
  }
}
