package io.trafficgen.application.contract;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Budgets;
import io.trafficgen.application.port.HitStore;
import io.trafficgen.application.port.HitStore.StatsRequest;
import io.trafficgen.application.port.Ledger;
import io.trafficgen.application.port.NodeLeases;
import io.trafficgen.application.port.Projects;
import io.trafficgen.application.port.WebhookInbox;
import io.trafficgen.domain.visit.ProjectStats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;

/** The ports that visits meet between their reservation and their bill. */
public interface VisitPorts {
  Accounts accounts();

  Ledger ledger();

  WebhookInbox inbox();

  Projects projects();

  Budgets budgets();

  NodeLeases leases();

  HitStore hits();

  /** Of the scene's project, by the hour. */
  default ProjectStats stats(VisitScene scene) {
    return stats(scene, request(scene));
  }

  default StatsRequest request(VisitScene scene) {
    return new StatsRequest(scene.day(), ZoneOffset.UTC, ProjectStats.Step.HOUR);
  }

  default ProjectStats stats(VisitScene scene, StatsRequest request) {
    return hits().stats(scene.account(), scene.project().id(), request).orElseThrow();
  }

  /** Fails unless the invariants of the billing page, 3.5, and of the counters hold now. */
  void checkInvariants();

  /** Ends whatever a test left open, so that the next one meets its own grants alone. */
  @AfterEach
  default void endScenes() {
    Instant late = Fixtures.NOW.plus(Duration.ofDays(365));
    checkInvariants();
    budgets().expire(late);
    budgets().reclaim(late);
    checkInvariants();
  }
}
