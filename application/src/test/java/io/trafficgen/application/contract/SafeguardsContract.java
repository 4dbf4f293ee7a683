package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.AuditLog;
import io.trafficgen.application.port.Projects;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.safety.HostStanding;
import io.trafficgen.domain.safety.KillScope;
import io.trafficgen.domain.safety.KillSwitch;
import io.trafficgen.domain.safety.KillTarget;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Safeguards} keeps. */
public interface SafeguardsContract {
  KillTarget EVERYTHING = new KillTarget(KillScope.GLOBAL, "");

  Accounts accounts();

  Sites sites();

  Projects projects();

  AuditLog auditLog();

  Safeguards safeguards();

  @AfterEach
  default void allowEverything() {
    safeguards().rules().switches().forEach(set -> put(set.target(), false));
    safeguards().rules().hosts().keySet().forEach(host -> change(host, OptionalInt.empty(), false));
  }

  @Test
  default void a_switch_stops_what_it_covers_and_nothing_else() {
    Host host = host();
    Project one = active(host);
    Project other = active(host());
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
    Project project = active(host());
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
    Project project = active(host());
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
    assertThat(safeguards().switches(all()).items())
        .filteredOn(set -> set.target().equals(target))
        .hasSize(1);
    assertThat(auditLog().list(all()).items())
        .filteredOn(entry -> entry.subject().equals("a:" + target.key()))
        .hasSize(2);
  }

  @Test
  default void a_blocked_host_stops_the_projects_of_all_accounts_that_use_it() {
    Host host = host();
    Project one = active(host);
    Project two = active(host);
    Project other = active(host());

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
  default void shows_each_host_once_with_whoever_verified_it() {
    Host host = host();
    AccountId one = verified(host, true);
    AccountId two = verified(host, true);
    verified(host, false);
    Host ruled = host();
    change(ruled, OptionalInt.of(5), false);
    put(KillTarget.of(host), true);

    HostStanding standing = safeguards().host(host, NOW).orElseThrow();
    assertThat(standing.rule()).isEqualTo(HostRule.standard(host));
    assertThat(standing.verifiedBy()).containsExactlyInAnyOrder(one, two);
    assertThat(standing.killed()).isTrue();
    assertThat(standing.visits()).isZero();
    assertThat(safeguards().host(host(), NOW)).isEmpty();
    List<HostStanding> listed = safeguards().hosts(all(), NOW).items();
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

  private KillSwitch newest() {
    return safeguards().switches(all()).items().get(0);
  }

  private static PageRequest all() {
    return new PageRequest(100, Optional.empty());
  }

  private static AuditEntry entry(String subject) {
    return new AuditEntry(
        Fixtures.uuid(), NOW, Actor.SYSTEM, AuditAction.KILL_SWITCH_ON, subject, "for a test");
  }

  private List<Project> put(KillTarget target, boolean on) {
    // Later ones have greater identities, so that of equal times the last is the newest.
    KillSwitch wanted = new KillSwitch(Fixtures.uuid(), target, on, "for a test", NOW, 0);
    return safeguards().put(wanted, entry("a:" + target.key()));
  }

  private List<Project> change(Host host, OptionalInt cap, boolean blocked) {
    return safeguards()
        .change(host, rule -> new HostRule(host, cap, blocked), entry("host:" + host), NOW);
  }

  private Project stored(Project project) {
    return projects().find(project.account(), project.id()).orElseThrow();
  }

  private static Host host() {
    return Host.parse("harm" + Fixtures.uuid().getLeastSignificantBits() % 100_000 + ".example");
  }

  private AccountId owner() {
    Account account = Fixtures.account();
    accounts().add(account);
    return account.id();
  }

  private Project active(Host host) {
    AccountId owner = owner();
    Project project =
        Fixtures.project(owner, VisitLimits.none(), "{\"entryUrls\":\"https://" + host + "/\"}");
    projects().add(project);
    return projects().start(owner, project.id(), NOW).orElseThrow();
  }

  private AccountId verified(Host host, boolean proved) {
    AccountId owner = owner();
    Optional<Verification> proof =
        proved
            ? Optional.of(new Verification(ProofMethod.FILE, SiteTerms.none()))
            : Optional.empty();
    sites().add(new Site(new SiteId(Fixtures.uuid()), owner, host, proof, Optional.of(NOW), NOW));
    return owner;
  }
}
