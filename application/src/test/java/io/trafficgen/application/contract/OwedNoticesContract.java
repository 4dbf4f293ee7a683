package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.OwedNotices;
import io.trafficgen.application.port.OwedNotices.Notice;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.NoticeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link OwedNotices} keeps over real {@link Projects}. */
public interface OwedNoticesContract {
  /** Later than any status of a test. */
  Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  Accounts accounts();

  Projects projects();

  OwedNotices notices();

  private Project started(String notify) {
    Account owner = Fixtures.account();
    accounts().add(owner);
    Project project =
        Fixtures.project(
            owner.id(),
            VisitLimits.none(),
            "{\"entryUrls\":\"https://shop.example/\",\"qa\":{\"notify\":" + notify + "}}");
    projects().add(project);
    return projects().start(owner.id(), project.id(), NOW).orElseThrow();
  }

  private List<Notice> claim(Project project, Instant now) {
    return notices().claim(now, 1_000).stream()
        .filter(notice -> notice.project().id().equals(project.id()))
        .toList();
  }

  @Test
  default void each_change_of_status_is_owed_until_it_is_done() {
    Project project = started("{\"url\":\"https://hook.example/\"}");
    projects().end(project.account(), project.id(), StatusReason.UNVERIFIED);
    List<Notice> owed = claim(project, LATER);
    assertThat(owed)
        .extracting(Notice::event)
        .containsExactly(NoticeEvent.STARTED, NoticeEvent.UNVERIFIED);
    assertThat(owed).extracting(Notice::reason).containsExactly("user", "unverified");
    assertThat(claim(project, LATER)).isEmpty();
    notices().done(owed.getFirst().id());
    assertThat(claim(project, LATER.plus(Duration.ofMinutes(1))))
        .extracting(Notice::id)
        .containsExactly(owed.get(1).id());
  }

  @Test
  default void gives_up_after_some_hours() {
    Project project = started("{\"url\":\"https://hook.example/\"}");
    int attempts = 0;
    for (int hours = 0; hours < 48; hours++) {
      attempts += claim(project, LATER.plus(Duration.ofHours(hours))).size();
    }
    assertThat(attempts).isEqualTo(6);
  }

  @Test
  default void missing_funds_are_owed_once_a_day_and_nothing_without_an_address() {
    Project project = started("{\"url\":\"https://hook.example/\"}");
    notices().noteNoFunds(project.id(), NOW);
    notices().noteNoFunds(project.id(), NOW.plusSeconds(60));
    notices().noteNoFunds(project.id(), NOW.plus(Duration.ofDays(1)));
    assertThat(claim(project, LATER))
        .extracting(Notice::event)
        .containsExactlyInAnyOrder(NoticeEvent.STARTED, NoticeEvent.NO_FUNDS, NoticeEvent.NO_FUNDS);
    Project silent = started("{}");
    notices().noteNoFunds(silent.id(), NOW);
    assertThat(claim(silent, LATER)).isEmpty();
  }
}
