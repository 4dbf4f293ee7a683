package io.trafficgen.application.project;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.port.Ledger;
import io.trafficgen.application.project.CreateProject.Draft;
import io.trafficgen.application.visit.ProjectPace;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.BalanceSheet;
import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.ProjectStatus;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.visit.Room;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells what a project would come to that nobody has created: nothing is stored or visited. */
public final class PreviewPlan {
  /** Asked twice, a preview is the same. */
  private static final ProjectId NOT_CREATED = new ProjectId(new UUID(0, 0));

  private final Ledger ledger;
  private final PlanReports plans;
  private final InstantSource clock;

  public PreviewPlan(Ledger ledger, PlanReports plans, InstantSource clock) {
    this.ledger = ledger;
    this.plans = plans;
    this.clock = clock;
  }

  /**
   * @throws NotAllowedException naming every unusable field of the settings
   */
  public PlanReport preview(AccountId owner, Draft draft) {
    return plans.of(
        project(owner, draft, clock.instant()), (pace, now) -> room(pace, owner, draft));
  }

  private Room room(ProjectPace pace, AccountId owner, Draft draft) {
    return Room.ofNew(draft.limits(), pace.hostPerMinute(), lots(ledger.balance(owner)));
  }

  /** Who owes pays nothing else before. */
  private static List<Lot> lots(BalanceSheet sheet) {
    return sheet.debt().isPositive() ? List.of() : sheet.lots();
  }

  private static Project project(AccountId owner, Draft draft, Instant now) {
    return new Project(
        NOT_CREATED,
        owner,
        draft.name(),
        ProjectStatus.STOPPED,
        StatusReason.NEW,
        draft.planType(),
        draft.limits(),
        draft.settings(),
        0,
        Optional.empty(),
        now,
        now);
  }
}
