package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Projects;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectStatus;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.SettingsDocument;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Projects} keeps. */
public interface ProjectsContract {
  /** Odd order of keys, blanks, numbers as written, what jsonb cannot hold, keys nobody knows. */
  String ODD_SETTINGS =
      """
      { "z":1e2, "a" : 1.10,\t"n":123456789012345678901234567890,
       "emoji":"\\ud83d\\ude00 😀", "nul":"a\\u0000b", "half":"\\ud800", "key\\u0000":[null,{"x":null}],
       "entryUrls":"https://shop.example/" }\
      """;

  Accounts accounts();

  Projects projects();

  @Test
  default void settings_come_back_to_the_byte() {
    AccountId owner = owner();
    VisitLimits limits = new VisitLimits(10, 20, Optional.of(NOW));
    Project project = added(Fixtures.project(owner, limits, ODD_SETTINGS));

    assertThat(projects().find(owner, project.id())).contains(project);
    assertThat(projects().find(owner, project.id()).orElseThrow().settings().text())
        .isEqualTo(ODD_SETTINGS);
    assertThat(projects().find(owner(), project.id())).isEmpty();
  }

  @Test
  default void settings_are_replaced_only_if_they_are_the_ones_seen() {
    AccountId owner = owner();
    Project project = added(Fixtures.project(owner));
    SettingsDocument next = SettingsDocument.parse(ODD_SETTINGS);
    String seen = project.settings().etag();

    assertThat(projects().replaceSettings(owner(), project.id(), seen, next)).isEmpty();
    Project changed = projects().replaceSettings(owner, project.id(), seen, next).orElseThrow();
    assertThat(changed.settings()).isEqualTo(next);
    assertThat(changed.epoch()).isEqualTo(project.epoch() + 1);
    assertThat(projects().replaceSettings(owner, project.id(), seen, next)).isEmpty();
    assertThat(projects().find(owner, project.id())).contains(changed);
  }

  @Test
  default void starts_and_ends_by_the_owners_word_alone() {
    AccountId owner = owner();
    Project project = added(Fixtures.project(owner));
    assertThat(projects().start(owner(), project.id(), NOW)).isEmpty();
    assertThat(projects().end(owner, project.id(), StatusReason.USER)).isEmpty();

    Project started = projects().start(owner, project.id(), NOW).orElseThrow();
    assertThat(started.isActive()).isTrue();
    assertThat(started.startedAt()).contains(NOW);
    assertThat(started.epoch()).isGreaterThan(project.epoch());
    assertThat(projects().active()).contains(started);
    assertThat(projects().end(owner(), project.id(), StatusReason.USER)).isEmpty();

    Project ended = projects().end(owner, project.id(), StatusReason.TARGET).orElseThrow();
    assertThat(ended.status()).isEqualTo(ProjectStatus.COMPLETED);
    assertThat(ended.reason()).isEqualTo(StatusReason.TARGET);
    assertThat(ended.epoch()).isGreaterThan(started.epoch());
    assertThat(projects().active()).doesNotContain(ended);
    assertThat(projects().end(owner, project.id(), StatusReason.USER)).isEmpty();
  }

  @Test
  default void lists_the_owners_projects_in_parts_newest_first() {
    AccountId owner = owner();
    added(Fixtures.project(owner()));
    Project older = added(Fixtures.project(owner));
    Project newer = added(Fixtures.project(owner));

    Page<Project> first = projects().list(owner, new PageRequest(1, Optional.empty()));
    Page<Project> second = projects().list(owner, new PageRequest(1, first.next()));

    assertThat(first.items()).containsExactly(newer);
    assertThat(second.items()).containsExactly(older);
    assertThat(second.next()).isEmpty();
  }

  private AccountId owner() {
    Account account = Fixtures.account();
    accounts().add(account);
    return account.id();
  }

  private Project added(Project project) {
    projects().add(project);
    return project;
  }
}
