package io.trafficgen.application.visit;

import io.trafficgen.application.fake.InMemoryAuditLog;
import io.trafficgen.application.fake.InMemoryHostPauses;
import io.trafficgen.application.fake.InMemoryProjects;
import io.trafficgen.application.fake.InMemorySafeguards;
import io.trafficgen.application.fake.InMemorySites;
import io.trafficgen.application.fake.RecordingHitStore;
import io.trafficgen.application.fake.RecordingLiveFeed;
import io.trafficgen.application.fake.RecordingNotices;
import io.trafficgen.application.fake.ScriptedBudgets;
import io.trafficgen.application.fake.ScriptedLedger;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.BalanceSheet;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.LotKind;
import io.trafficgen.domain.exit.ExitList;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** The pacer at one moment, and the projects and sites that a test gives it. */
final class PacedProjects {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:30Z");
  private static final AccountId OWNER = new AccountId(new UUID(0, 1));
  static final SiteTerms NO_TERMS = SiteTerms.none();

  final InMemoryProjects projects = new InMemoryProjects();
  private final InMemorySites sites = new InMemorySites();
  final ScriptedBudgets budgets = new ScriptedBudgets(new RecordingHitStore());
  final InMemorySafeguards safeguards =
      new InMemorySafeguards(sites, projects, new InMemoryAuditLog());
  final RecordingLiveFeed feed = new RecordingLiveFeed();
  final InMemoryHostPauses pauses = new InMemoryHostPauses();
  final RecordingNotices notices = new RecordingNotices();
  private final ScriptedLedger ledger =
      new ScriptedLedger(
          new BalanceSheet(
              Money.parse("1"),
              Money.ZERO,
              List.of(
                  Lot.granted(
                      new LotId(new UUID(4, 4)),
                      LotKind.BONUS,
                      Money.parse("1"),
                      Money.ofMicros(200),
                      1,
                      NOW))));
  private final SplittableRandom random = new SplittableRandom(1);
  final ExitPool exits;
  final PaceProjects pacer;

  PacedProjects() {
    this(ExitList.standard());
  }

  /** Its visits leave by {@code list}. */
  PacedProjects(ExitList list) {
    exits = new ExitPool(list);
    pacer =
        new PaceProjects(
            projects,
            sites,
            exits,
            budgets,
            pauses,
            new ProjectEnds(projects, projects, ledger, feed),
            notices,
            safeguards,
            () -> new UUID(random.nextLong(), random.nextLong()),
            random,
            InstantSource.fixed(NOW));
  }

  ProjectId active(int number, VisitLimits limits, String settings) {
    ProjectId id = new ProjectId(new UUID(1, number));
    projects.add(
        new Project(
            id,
            OWNER,
            "Project " + number,
            ProjectStatus.ACTIVE,
            StatusReason.USER,
            "Custom",
            limits,
            SettingsDocument.parse(settings),
            3,
            Optional.of(NOW.minusSeconds(7200)),
            NOW.minusSeconds(7200),
            NOW.minusSeconds(7200)));
    return id;
  }

  void verify(String host, SiteTerms terms) {
    sites.add(
        new Site(
            new SiteId(new UUID(2, host.hashCode())),
            OWNER,
            Host.parse(host),
            Optional.of(new Verification(ProofMethod.FILE, terms)),
            Optional.of(NOW),
            NOW));
  }

  InMemorySites sites() {
    return sites;
  }

  Project project(ProjectId id) {
    return projects.find(OWNER, id).orElseThrow();
  }

  static String entering(String urls) {
    return "{\"entryUrls\":\"" + urls + "\"}";
  }

  ProjectPace pace(ProjectId id) {
    return ProjectPace.of(project(id), sites.verified(OWNER), safeguards.rules(), NOW)
        .through(exits);
  }
}
