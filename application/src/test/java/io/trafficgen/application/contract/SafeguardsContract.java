package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Safeguards;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.safety.HostStanding;
import io.trafficgen.domain.safety.KillScope;
import io.trafficgen.domain.safety.KillSwitch;
import io.trafficgen.domain.safety.KillTarget;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.HostPause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Safeguards} keeps. */
public interface SafeguardsContract extends SafetyScene {
  KillTarget EVERYTHING = new KillTarget(KillScope.GLOBAL, "");

  @AfterEach
  default void allowEverything() {
    safeguards().rules().switches().forEach(set -> put(set.target(), false));
    safeguards().rules().hosts().keySet().forEach(host -> change(host, OptionalInt.empty(), false));
  }

  @Test
  default void a_switch_stops_what_it_covers_and_nothing_else() {
    Host host = SafetyScene.host();
    Project one = active(host);
    Project other = active(SafetyScene.host());
    for (KillTarget target :
        List.of(
            KillTarget.of(host),
            new KillTarget(KillScope.ACCOUNT, one.account().toString()),
            new KillTarget(KillScope.PROJECT, one.id().toString()))) {
      assertThat(put(target, true)).extracting(Project::id).containsExactly(one.id());
      assertThat(stored(one).reason()).isEqualTo(StatusReason.KILLED);
      assertThat(stored(one).isActive()).isFalse();
      assertThat(stored(one).epoch()).isGreaterThan(one.epoch());
      assertThat(stored(other)).isEqualTo(other);
      assertThat(put(target, true)).isEmpty();
      projects().start(one.account(), one.id(), NOW);
    }
    assertThat(put(EVERYTHING, true)).extracting(Project::id).contains(one.id(), other.id());
  }

  @Test
  default void switching_off_starts_nothing() {
    Project project = active(SafetyScene.host());
    put(EVERYTHING, true);
    assertThat(safeguards().rules().refusal(project.account())).isPresent();
    assertThat(safeguards().rules().stop(project)).isTrue();

    assertThat(put(EVERYTHING, false)).isEmpty();

    assertThat(stored(project).reason()).isEqualTo(StatusReason.KILLED);
    assertThat(safeguards().rules().refusal(project.account())).isEmpty();
    assertThat(safeguards().rules().stop(project)).isFalse();
  }

  @Test
  default void keeps_each_switch_as_it_was_set_last_with_an_entry_for_each_change() {
    Project project = active(SafetyScene.host());
    KillTarget target = new KillTarget(KillScope.PROJECT, project.id().toString());
    put(target, true);

    KillSwitch on = newest();
    assertThat(on.target()).isEqualTo(target);
    assertThat(on.on()).isTrue();
    assertThat(on.reason()).isEqualTo("for a test");
    assertThat(on.stopped()).isEqualTo(1);
    put(target, false);

    assertThat(newest().target()).isEqualTo(target);
    assertThat(newest().on()).isFalse();
    assertThat(safeguards().switches(SafetyScene.all()).items())
        .filteredOn(set -> set.target().equals(target))
        .hasSize(1);
    assertThat(auditLog().list(SafetyScene.all()).items())
        .filteredOn(entry -> entry.subject().equals("a:" + target.key()))
        .hasSize(2);
  }

  @Test
  default void a_blocked_host_stops_the_projects_of_all_accounts_that_use_it() {
    Host host = SafetyScene.host();
    Project one = active(host);
    Project two = active(host);
    Project other = active(SafetyScene.host());

    assertThat(change(host, OptionalInt.of(7), true))
        .extracting(Project::id)
        .containsExactlyInAnyOrder(one.id(), two.id());

    assertThat(stored(two).reason()).isEqualTo(StatusReason.KILLED);
    assertThat(stored(other)).isEqualTo(other);
    assertThat(safeguards().rules().blocks(host)).isTrue();
    assertThat(safeguards().rules().perMinute(host)).isEqualTo(7);
    assertThat(change(host, OptionalInt.empty(), false)).isEmpty();
    assertThat(safeguards().rules().blocks(host)).isFalse();
    assertThat(safeguards().rules().perMinute(host)).isEqualTo(HostRule.STANDARD_PER_MINUTE);
  }

  @Test
  default void shows_till_when_a_host_asked_for_a_pause() {
    Host host = SafetyScene.host();
    change(host, OptionalInt.empty(), false);
    Instant until = NOW.plusSeconds(30);
    pauses().pause(new HostPause(host, until));

    assertThat(safeguards().host(host, NOW).orElseThrow().pausedUntil()).contains(until);
    assertThat(safeguards().host(host, until).orElseThrow().pausedUntil()).isEmpty();
  }

  @Test
  default void shows_each_host_once_with_whoever_verified_it() {
    Host host = SafetyScene.host();
    AccountId one = verified(host, true);
    AccountId two = verified(host, true);
    verified(host, false);
    Host ruled = SafetyScene.host();
    change(ruled, OptionalInt.of(5), false);
    put(KillTarget.of(host), true);

    HostStanding standing = safeguards().host(host, NOW).orElseThrow();
    assertThat(standing.rule()).isEqualTo(HostRule.standard(host));
    assertThat(standing.verifiedBy()).containsExactlyInAnyOrder(one, two);
    assertThat(standing.killed()).isTrue();
    assertThat(standing.visits()).isZero();
    assertThat(safeguards().host(SafetyScene.host(), NOW)).isEmpty();
    List<HostStanding> listed = safeguards().hosts(SafetyScene.all(), NOW).items();
    assertThat(listed).filteredOn(known -> known.rule().host().equals(host)).hasSize(1);
    assertThat(listed)
        .filteredOn(known -> known.rule().host().equals(ruled))
        .extracting(known -> known.rule().perMinute())
        .containsExactly(5);
    Page<HostStanding> first = safeguards().hosts(new PageRequest(1, Optional.empty()), NOW);
    assertThat(first.items()).containsExactly(listed.get(0));
    assertThat(safeguards().hosts(new PageRequest(1, first.next()), NOW).items())
        .containsExactly(listed.get(1));
  }
}
