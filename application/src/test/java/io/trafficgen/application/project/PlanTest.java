package io.trafficgen.application.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.fake.InMemoryProjects;
import io.trafficgen.application.fake.InMemorySafeguards;
import io.trafficgen.application.fake.InMemorySiteChecks;
import io.trafficgen.application.fake.InMemorySites;
import io.trafficgen.application.fake.RecordingHitStore;
import io.trafficgen.application.fake.RecordingLiveFeed;
import io.trafficgen.application.fake.ScriptedBudgets;
import io.trafficgen.application.fake.ScriptedLedger;
import io.trafficgen.application.fake.ScriptedSiteProofs;
import io.trafficgen.application.project.CreateProject.Draft;
import io.trafficgen.application.site.CheckSite;
import io.trafficgen.application.site.ConfirmSites;
import io.trafficgen.application.site.ProofSearch;
import io.trafficgen.application.site.SiteTokens;
import io.trafficgen.application.visit.ExitPool;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.BalanceSheet;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.LotKind;
import io.trafficgen.domain.exit.ExitList;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
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
          sites,
          new ExitPool(ExitList.standard()),
          conditions(),
          PricingCurve.standard(),
          new InMemorySafeguards(),
          InstantSource.fixed(NOW));
  private final ShowPlan show = new ShowPlan(projects, budgets, plans);

  private StartConditions conditions() {
    CheckSite check =
        new CheckSite(
            new ProofSearch(new ScriptedSiteProofs(), name -> Optional.empty()),
            new SiteTokens(new byte[32]),
            new InMemorySiteChecks(sites, projects),
            new InMemorySafeguards(),
            new RecordingLiveFeed(),
            InstantSource.fixed(NOW));
    return new StartConditions(sites, new InMemorySafeguards(), new ConfirmSites(check));
  }

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
  void runs_within_the_terms_of_its_site() {
    SiteTerms evening = SiteTerms.parse("max-per-minute: 5\nhours: 20:00-22:00");
    sites.add(
        new Site(
            new SiteId(Fixtures.uuid()),
            OWNER,
            Host.parse("shop.example"),
            Optional.of(new Verification(ProofMethod.FILE, evening)),
            Optional.of(NOW),
            NOW));
    PlanReport report =
        preview(Money.ZERO, SETTINGS.replace("{\"ramp", "{\"maxConcurrent\":50,\"ramp"));
    assertThat(report.obstacles()).isEmpty();
    // Two hours a day of one visit in 86 seconds.
    assertThat(report.forecast().finishesAt().orElseThrow())
        .isAfter(Instant.parse("2027-01-20T00:00:00Z"));
    assertThat(report.forecast().hours().get(2).bindingCap()).contains(BindingCap.SITE_TERMS);
    assertThat(report.forecast().hours().get(8).visits()).isBetween(41L, 42L);
    assertThat(report.forecast().daysAtHostCap()).hasValue(1);
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
