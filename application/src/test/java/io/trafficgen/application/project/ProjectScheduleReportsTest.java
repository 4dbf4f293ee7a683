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
import io.trafficgen.domain.visit.HostPause;
import io.trafficgen.domain.visit.Room;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why an active project does nothing now, and when it will: its schedule. */
class ProjectScheduleReportsTest {
  /** A Monday. */
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:30Z");

  private static final AccountId OWNER = new AccountId(Fixtures.uuid());
  private static final Lot LOT =
      Lot.granted(
          new LotId(Fixtures.uuid()), LotKind.PAID, Money.parse("10"), Money.ofMicros(580), 1, NOW);

  private final InMemoryHostPauses pauses = new InMemoryHostPauses();
  private SiteTerms terms = SiteTerms.none();
  private final ScriptedBudgets budgets = new ScriptedBudgets(new RecordingHitStore());

  /** Of an active project with settings {@code more}, written with single quotes. */
  private ProjectReport report(int dailyLimit, long dayLeft, String more) {
    InMemorySites sites = new InMemorySites();
    sites.add(
        new Site(
            new SiteId(Fixtures.uuid()),
            OWNER,
            Host.parse("shop.example"),
            Optional.of(new Verification(ProofMethod.FILE, terms)),
            Optional.of(NOW),
            NOW));
    budgets.answerRoom(
        request -> new Room(0, 0, dayLeft, Long.MAX_VALUE, request.hostPerMinute(), List.of(LOT)));
    Project stopped = Fixtures.project(OWNER);
    String settings = "{'entryUrls':'https://shop.example/'" + more + "}";
    return new ProjectReports(
            budgets,
            pauses,
            sites,
            new ExitPool(ExitList.standard()),
            new InMemorySafeguards(),
            InstantSource.fixed(NOW))
        .of(
            new Project(
                stopped.id(),
                OWNER,
                "Shop",
                ProjectStatus.ACTIVE,
                StatusReason.USER,
                "Custom",
                new VisitLimits(dailyLimit, 0, Optional.empty()),
                SettingsDocument.parse(settings.replace('\'', '"')),
                1,
                Optional.of(NOW.minusSeconds(90_000)),
                NOW,
                NOW));
  }

  private static void waits(ProjectReport report, BindingCap cap, String until) {
    assertThat(report.statusReason()).isEqualTo("user");
    assertThat(report.bindingCap()).contains(cap);
    assertThat(report.nextVisitAt()).contains(Instant.parse(until));
  }

  @Test
  void while_its_site_wants_to_be_left_alone() {
    pauses.pause(new HostPause(Host.parse("shop.example"), NOW.plusSeconds(120)));
    ProjectReport report = report(0, Long.MAX_VALUE, "");
    assertThat(report.statusReason()).isEqualTo("retry_after");
    assertThat(report.bindingCap()).contains(BindingCap.RETRY_AFTER);
    assertThat(report.nextVisitAt()).contains(NOW.plusSeconds(120));
  }

  @Test
  void names_no_moment_at_which_its_site_is_closed() {
    terms = SiteTerms.parse("hours: 12:00-13:00");
    // After the last visit of the day the next is due at midnight, when the site is closed.
    String nights = ",'qa':{'hourlyCurve':[1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}";
    assertThat(report(24, 24, nights).nextVisitAt()).isEmpty();
    String noons = ",'qa':{'hourlyCurve':[1,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0]}";
    terms = SiteTerms.parse("hours: 12:40-13:00");
    waits(report(24, 24, noons), BindingCap.SITE_TERMS, "2026-11-23T12:40:00Z");
  }

  @Test
  void before_its_schedule_begins() {
    String schedule = ",'scheduleStart':'2026-12-01T08:00:00Z'";
    waits(report(0, Long.MAX_VALUE, schedule), BindingCap.SCHEDULE, "2026-12-01T08:00:00Z");
    waits(report(1440, 1440, schedule), BindingCap.SCHEDULE, "2026-12-01T08:00:00Z");
  }

  @Test
  void outside_its_burst() {
    waits(
        report(
            0,
            Long.MAX_VALUE,
            ",'scheduleMode':'burst','scheduleTrafficAmount':60,'scheduleTime':'18:00',"
                + "'scheduleDuration':60"),
        BindingCap.SCHEDULE,
        "2026-11-23T18:00:00Z");
  }

  @Test
  void in_an_hour_of_weight_0() {
    waits(
        report(115, 115, ",'qa':{'hourlyCurve':[1,1,1,1,1,1,1,1,1,1,1,1,0,1,1,1,1,1,1,1,1,1,1,1]}"),
        BindingCap.SCHEDULE,
        "2026-11-23T13:00:00Z");
  }

  @Test
  void on_an_inactive_day() {
    waits(
        report(100, 100, ",'qa':{'activeDays':[3]}"), BindingCap.SCHEDULE, "2026-11-25T00:00:00Z");
  }

  @Test
  void after_the_days_visits_were_used_up() {
    waits(report(1440, 0, ""), BindingCap.DAILY_LIMIT, "2026-11-24T00:00:00Z");
  }

  @Test
  void between_two_visits_of_the_day() {
    waits(report(25, 25, ""), BindingCap.DAILY_LIMIT, "2026-11-23T12:28:48Z");
  }

  @Test
  void nothing_is_promised_after_the_schedule_ended() {
    ProjectReport report = report(24, 24, ",'scheduleEnd':'2026-11-23T12:00:00Z'");
    assertThat(report.statusReason()).isEqualTo("expired");
    assertThat(report.nextVisitAt()).isEmpty();
    assertThat(report.bindingCap()).isEmpty();
  }
}
