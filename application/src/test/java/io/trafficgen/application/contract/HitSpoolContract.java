package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.HitSpool;
import io.trafficgen.application.port.HitSpool.Batch;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Browser;
import io.trafficgen.domain.visit.Device;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link HitSpool} keeps. */
public interface HitSpoolContract {
  /** An empty one, with room for three batches at least; the same in one test. */
  HitSpool spool();

  /** One without room for a batch. */
  HitSpool fullSpool();

  @Test
  default void gives_batches_back_as_they_were_in_their_order() {
    HitSpool spool = spool();
    List<Batch> batches = List.of(batch(1), batch(2), new Batch(List.of(), List.of(failed())));
    batches.forEach(batch -> assertThat(spool.append(batch)).isTrue());

    for (Batch batch : batches) {
      assertThat(spool.first()).contains(batch);
      assertThat(spool.first()).contains(batch);
      spool.removeFirst();
    }
    assertThat(spool.first()).isEmpty();

    assertThat(spool.append(batch(3))).isTrue();
    assertThat(spool.first()).isPresent();
  }

  @Test
  default void takes_nothing_that_it_has_no_room_for() {
    HitSpool spool = fullSpool();
    assertThat(spool.append(batch(1))).isFalse();
    spool.lost(2);
    assertThat(spool.first()).isEmpty();
  }

  /** A page and its visit, all parts of it there and not. */
  static Batch batch(int page) {
    GrantId grant = new GrantId(Fixtures.uuid());
    ProjectId project = new ProjectId(Fixtures.uuid());
    AccountId account = new AccountId(Fixtures.uuid());
    Optional<String> known = page % 2 == 0 ? Optional.of("203.0.113.9") : Optional.empty();
    Hit hit =
        new Hit(
            grant.visit(7),
            page,
            project,
            account,
            URI.create("https://shop.example/?q=%C3%A9&page=" + page),
            known.map(address -> "DE"),
            known,
            Device.TABLET,
            Browser.FIREFOX,
            200,
            Duration.ofNanos(1_234_567_890),
            5_000_000_000L,
            3,
            Fixtures.NOW.plusNanos(1));
    Visit visit =
        new Visit(
            grant.visit(7),
            grant,
            7,
            project,
            account,
            new VisitOutcome.Completed(),
            page,
            Fixtures.NOW,
            Duration.ofSeconds(3, 1));
    return new Batch(List.of(hit), List.of(visit));
  }

  private static Visit failed() {
    Visit visit = batch(1).visits().get(0);
    return new Visit(
        visit.id(),
        visit.grant(),
        visit.number(),
        visit.project(),
        visit.account(),
        new VisitOutcome.Failed(FailureReason.RETRY_AFTER),
        0,
        visit.startedAt(),
        Duration.ZERO);
  }
}
