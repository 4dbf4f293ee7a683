package io.trafficgen.application.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.fake.InMemoryHostPauses;
import io.trafficgen.application.fake.InMemorySafeguards;
import io.trafficgen.application.fake.InMemorySites;
import io.trafficgen.application.fake.RecordingHitStore;
import io.trafficgen.application.fake.ScriptedBudgets;
import io.trafficgen.application.visit.ExitPool;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.LotKind;
import io.trafficgen.domain.exit.ExitList;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectStatus;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import io.trafficgen.domain.visit.BindingCap;
import io.trafficgen.domain.visit.Room;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProjectReportsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:30Z");
  private static final Instant NEXT_MINUTE = Instant.parse("2026-11-23T12:01:00Z");
  private static final AccountId OWNER = new AccountId(Fixtures.uuid());
  private static final long UNLIMITED = Long.MAX_VALUE;
  private static final List<Lot> LOTS =
      List.of(
          Lot.granted(
              new LotId(Fixtures.uuid()),
              LotKind.PAID,
              Money.parse("10"),
              Money.ofMicros(580),
              1,
              NOW));

  private final ScriptedBudgets budgets = new ScriptedBudgets(new RecordingHitStore());
  private final InMemorySites sites = new InMemorySites();
  private final ProjectReports reports =
      new ProjectReports(
          budgets,
          new InMemoryHostPauses(),
          sites,
          new ExitPool(ExitList.standard()),
          new InMemorySafeguards(),
          InstantSource.fixed(NOW));

  private ProjectReport report(VisitLimits limits, SiteTerms terms, Room room) {
    sites.add(
        new Site(
            new SiteId(Fixtures.uuid()),
            OWNER,
            Host.parse("shop.example"),
            Optional.of(new Verification(ProofMethod.FILE, terms)),
            Optional.of(NOW),
            NOW));
    budgets.answerRoom(request -> room);
    Project stopped = Fixtures.project(OWNER);
    return reports.of(
        new Project(
            stopped.id(),
            OWNER,
            "Shop",
            ProjectStatus.ACTIVE,
            StatusReason.USER,
            "Custom",
            limits,
            SettingsDocument.parse(
                "{\"entryUrls\":\"https://shop.example/\",\"qa\":{\"rampMinutes\":0}}"),
            1,
            Optional.of(NOW.minusSeconds(3600)),
            NOW,
            NOW));
  }

  private static Room room(long waiting, long total, long host, List<Lot> lots) {
    return new Room(0, waiting, UNLIMITED, total, host, lots);
  }

  @Test
  void a_project_with_room_runs_now() {
    ProjectReport report =
        report(VisitLimits.none(), SiteTerms.none(), room(0, UNLIMITED, 60, LOTS));
    assertThat(report.statusReason()).isEqualTo("user");
    assertThat(report.nextVisitAt()).contains(NOW);
    assertThat(report.bindingCap()).contains(BindingCap.SPEED);
  }

  @Test
  void without_money_nothing_is_promised() {
    ProjectReport report =
        report(VisitLimits.none(), SiteTerms.none(), room(0, UNLIMITED, 60, List.of()));
    assertThat(report.statusReason()).isEqualTo("no_funds");
    assertThat(report.nextVisitAt()).isEmpty();
    assertThat(report.bindingCap()).contains(BindingCap.FUNDS);
  }

  @Test
  void a_full_host_has_room_in_its_next_minute() {
    ProjectReport report =
        report(VisitLimits.none(), SiteTerms.none(), room(0, UNLIMITED, 0, LOTS));
    assertThat(report.nextVisitAt()).contains(NEXT_MINUTE);
    assertThat(report.bindingCap()).contains(BindingCap.HOST);
  }

  @Test
  void the_sites_own_wish_is_named_where_it_is_the_stricter() {
    SiteTerms five = new SiteTerms(OptionalInt.of(5), Optional.empty());
    ProjectReport report = report(VisitLimits.none(), five, room(0, UNLIMITED, 0, LOTS));
    assertThat(report.nextVisitAt()).contains(NEXT_MINUTE);
    assertThat(report.bindingCap()).contains(BindingCap.SITE_TERMS);
  }

  @Test
  void a_closed_site_names_its_next_opening() {
    SiteTerms evening = SiteTerms.parse("hours: 20:00-22:00");
    ProjectReport report = report(VisitLimits.none(), evening, room(0, UNLIMITED, 60, LOTS));
    assertThat(report.bindingCap()).contains(BindingCap.SITE_TERMS);
    assertThat(report.nextVisitAt()).contains(Instant.parse("2026-11-23T20:00:00Z"));
    assertThat(report.statusReason()).isEqualTo("user");
  }

  @Test
  void nothing_follows_what_completes_the_target() {
    ProjectReport report =
        report(new VisitLimits(0, 20, Optional.empty()), SiteTerms.none(), room(0, 0, 60, LOTS));
    assertThat(report.nextVisitAt()).isEmpty();
    assertThat(report.bindingCap()).contains(BindingCap.TOTAL_TARGET);
  }

  @Test
  void a_daily_limit_names_the_next_visit_of_its_spread() {
    ProjectReport report =
        report(
            new VisitLimits(10, 0, Optional.empty()),
            SiteTerms.none(),
            new Room(0, 0, 20, UNLIMITED, 60, LOTS));
    assertThat(report.bindingCap()).contains(BindingCap.DAILY_LIMIT);
    assertThat(report.nextVisitAt().orElseThrow()).isAfter(NEXT_MINUTE);
  }
}
