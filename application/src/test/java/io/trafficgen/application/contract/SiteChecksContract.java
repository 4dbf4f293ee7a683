package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Projects;
import io.trafficgen.application.port.SiteChecks;
import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectStatus;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What every {@link SiteChecks} keeps. */
public interface SiteChecksContract {
  SiteTerms ALL_TERMS =
      SiteTerms.of(
          OptionalInt.of(30),
          List.of("08:00-20:00 Europe/Berlin", "22:00-24:00"),
          List.of("/shop", "/a,b\"{}\\"),
          Optional.of("ops@shop.example"),
          Optional.of(NOW.plusSeconds(9)));

  Accounts accounts();

  Projects projects();

  Sites sites();

  SiteChecks checks();

  @Test
  default void keeps_a_proof_with_all_its_terms_until_a_check_ends_it() {
    Site site = added(owner(), "shop.example");
    Verification proof = new Verification(ProofMethod.FILE, ALL_TERMS, 1);

    assertThat(checks().record(site, Optional.of(proof), NOW, project -> true)).isEmpty();
    Site verified = found(site);
    assertThat(verified.verification()).contains(proof);
    assertThat(verified.checkedAt()).contains(NOW);
    assertThat(sites().verified(site.account())).containsExactly(verified);

    checks().record(site, Optional.empty(), NOW.plusSeconds(1), project -> true);
    Site lost = found(site);
    assertThat(lost.verification()).isEmpty();
    assertThat(lost.checkedAt()).contains(NOW.plusSeconds(1));
    assertThat(sites().verified(site.account())).isEmpty();
  }

  @Test
  default void the_end_of_a_proof_stops_the_owners_active_projects_that_use_it() {
    Site site = added(owner(), "shop.example");
    Project using = active(site.account());
    Project other = active(site.account());
    Project foreign = active(owner());
    Project idle = Fixtures.project(site.account());
    projects().add(idle);

    List<Project> stopped =
        checks().record(site, Optional.empty(), NOW, project -> !project.id().equals(other.id()));

    Project after = projects().find(site.account(), using.id()).orElseThrow();
    assertThat(stopped).containsExactly(after);
    assertThat(after.status()).isEqualTo(ProjectStatus.STOPPED);
    assertThat(after.reason()).isEqualTo(StatusReason.UNVERIFIED);
    assertThat(after.epoch()).isGreaterThan(using.epoch());
    assertThat(projects().find(site.account(), other.id())).contains(other);
    assertThat(projects().find(foreign.account(), foreign.id())).contains(foreign);
    assertThat(projects().find(site.account(), idle.id())).contains(idle);
  }

  @Test
  default void a_removed_site_is_gone_and_stops_what_used_it() {
    Site site = added(owner(), "shop.example");
    Project using = active(site.account());

    assertThat(checks().remove(site, project -> true))
        .extracting(Project::id)
        .containsExactly(using.id());
    assertThat(sites().find(site.account(), site.id())).isEmpty();
    assertThat(checks().remove(site, project -> true)).isEmpty();
    assertThat(sites().add(site)).isTrue();
  }

  @Test
  default void of_several_callers_one_gets_a_check_until_its_time_is_over() {
    AccountId owner = owner();
    Host host = Host.parse("shop.example");
    Instant until = NOW.plusSeconds(10);
    List<Boolean> got =
        Together.collect(8, () -> List.of(checks().claim(owner, host, NOW, until).isEmpty()), 1);
    assertThat(got).filteredOn(won -> won).hasSize(1);

    assertThat(checks().claim(owner, host, until.minusMillis(1), until.plusSeconds(60)))
        .contains(until);
    assertThat(checks().claim(owner(), host, NOW, until)).isEmpty();
    assertThat(checks().claim(owner, Host.parse("shop.example:8443"), NOW, until)).isEmpty();
    assertThat(checks().claim(owner, host, until, until.plusSeconds(10))).isEmpty();
  }

  @Test
  default void a_claim_outlives_its_site() {
    Site site = added(owner(), "shop.example");
    Instant until = NOW.plus(Duration.ofSeconds(10));
    assertThat(checks().claim(site.account(), site.host(), NOW, until)).isEmpty();

    checks().remove(site, project -> true);
    added(site.account(), "shop.example");

    assertThat(checks().claim(site.account(), site.host(), NOW, until)).contains(until);
  }

  private AccountId owner() {
    Account account = Fixtures.account();
    accounts().add(account);
    return account.id();
  }

  private Project active(AccountId owner) {
    Project project = Fixtures.project(owner);
    projects().add(project);
    return projects().start(owner, project.id(), NOW).orElseThrow();
  }

  private Site found(Site site) {
    return sites().find(site.account(), site.id()).orElseThrow();
  }

  private Site added(AccountId owner, String host) {
    Site site =
        new Site(
            new SiteId(Fixtures.uuid()),
            owner,
            Host.parse(host),
            Optional.empty(),
            Optional.empty(),
            NOW);
    assertThat(sites().add(site)).isTrue();
    return site;
  }
}
