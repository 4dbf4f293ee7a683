package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.AccountChanges.Result;
import io.trafficgen.application.port.MailedToken.Purpose;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who was turned out stays out, also with what began before. */
public interface TurnedOutContract extends AccountScene {
  Projects projects();

  @Test
  default void disabling_stops_the_projects_that_run_and_those_that_start_meanwhile() {
    Account account = added();
    Project running = project(account);
    Project late = project(account);
    projects().start(account.id(), running.id(), NOW);
    List<ProjectId> stopped = new ArrayList<>();

    assertThat(disable(account, stopped)).isEqualTo(Result.DONE);

    assertThat(stopped).containsExactly(running.id());
    Project ended = projects().find(account.id(), running.id()).orElseThrow();
    assertThat(ended.isActive()).isFalse();
    assertThat(ended.epoch()).isGreaterThan(running.epoch() + 1);
    projects().start(account.id(), late.id(), NOW);
    assertThat(projects().active()).extracting(Project::account).doesNotContain(account.id());

    standing(account.id(), Optional.empty(), Optional.of(false));
    assertThat(projects().active()).extracting(Project::id).contains(late.id());
  }

  @Test
  default void a_token_mailed_before_a_ban_is_not_good_after_it() {
    Account account = added();
    issue(account, Purpose.RESET_PASSWORD, "before the ban of " + account.id());

    disable(account, new ArrayList<>());
    standing(account.id(), Optional.empty(), Optional.of(false));

    assertThat(
            mailedTokens().find(Purpose.RESET_PASSWORD, "before the ban of " + account.id(), NOW))
        .isEmpty();
  }

  @Test
  default void a_password_that_was_replaced_while_it_was_judged_opens_no_session() {
    Account judged = added();
    Optional<PasswordHash> other = Optional.of(new PasswordHash("other"));
    change(judged.id(), old -> old, Optional.empty(), other);

    assertThat(opens(judged)).isFalse();
    assertThat(opens(stored(judged))).isTrue();
    disable(judged, new ArrayList<>());
    assertThat(opens(stored(judged))).isFalse();
  }

  @Test
  default void a_password_that_was_replaced_while_it_was_judged_changes_nothing_more() {
    Account judged = added();
    Optional<PasswordHash> owners = Optional.of(new PasswordHash("of the owner"));
    Optional<PasswordHash> thiefs = Optional.of(new PasswordHash("of the thief"));
    change(judged.id(), old -> old, Optional.empty(), owners);

    assertThat(
            accountChanges()
                .change(
                    judged.id(), profile(judged, old -> old, Optional.empty(), thiefs), List.of()))
        .isEqualTo(Result.OUTDATED);
    assertThat(
            accountChanges()
                .change(
                    judged.id(),
                    profile(
                        judged,
                        old -> old,
                        Optional.of(Fixtures.account().email()),
                        Optional.empty()),
                    List.of()))
        .isEqualTo(Result.OUTDATED);

    assertThat(stored(judged).passwordHash()).isEqualTo(owners.get());
    assertThat(stored(judged).email()).isEqualTo(judged.email());
  }

  private Project project(Account account) {
    Project project = Fixtures.project(account.id());
    projects().add(project);
    return project;
  }

  private Result disable(Account account, List<ProjectId> stopped) {
    return standing(account.id(), Optional.empty(), Optional.of(true), stopped);
  }

  private boolean opens(Account seen) {
    return sessions()
        .open(Fixtures.uuid(), seen, "r" + Fixtures.uuid(), NOW.plus(Duration.ofHours(1)));
  }
}
