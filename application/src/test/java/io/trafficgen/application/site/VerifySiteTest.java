package io.trafficgen.application.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.StatusReason;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The order of proofs, and what ends a verification (product page, 1.4). */
class VerifySiteTest {
  private final SiteScene scene = new SiteScene();
  private final Site site = scene.add("www.shop.com");

  private SiteReport check() {
    scene.time.advance(Duration.ofSeconds(10));
    return scene.check(site);
  }

  @Test
  void tries_file_then_records_then_tag_and_the_first_success_ends_it() {
    String file = SiteScene.file(site);
    String own = "dns:_trafficgen.www.shop.com?type=TXT";
    String parent = "dns:_trafficgen.shop.com?type=TXT";

    assertThat(check().site().isVerified()).isFalse();
    assertThat(scene.proofs.asked()).containsExactly(file, own, parent, "http://www.shop.com/");

    scene.proofs.putMeta(site.host(), scene.token(site));
    assertThat(method(check())).contains(ProofMethod.META);
    assertThat(scene.proofs.asked()).containsExactly(file, own, parent, "http://www.shop.com/");

    scene.proofs.putTxt("_trafficgen.shop.com", "v=spf1 -all\n" + scene.token(site));
    assertThat(method(check())).contains(ProofMethod.DNS);
    assertThat(scene.proofs.asked()).containsExactly(file, own, parent);

    scene.proofs.put(site.host(), scene.token(site));
    assertThat(method(check())).contains(ProofMethod.FILE);
    assertThat(scene.proofs.asked()).containsExactly(file);
  }

  private static Optional<ProofMethod> method(SiteReport report) {
    return report.site().verification().map(Verification::method);
  }

  @Test
  void another_accounts_token_is_useless_in_every_way() {
    Site other = scene.add("other.shop.com");
    scene.proofs.put(site.host(), scene.token(other));
    scene.proofs.putTxt("_trafficgen.www.shop.com", "x" + scene.token(site));
    scene.proofs.putMeta(site.host(), "");
    assertThat(check().problems())
        .containsExactly(
            SiteScene.file(site) + " has no line with this site's token",
            "dns:_trafficgen.www.shop.com?type=TXT has no record with this site's token",
            "dns:_trafficgen.shop.com?type=TXT answered 404",
            "http://www.shop.com/ has no tag with this site's token");
  }

  @Test
  void only_the_file_carries_terms() {
    String text = scene.token(site) + "\nmax-per-minute: 3";
    scene.proofs.put(site.host(), text);
    check();
    assertThat(scene.verification(site).orElseThrow().terms().maxPerMinute()).hasValue(3);
    scene.proofs.clear();
    scene.proofs.putTxt("_trafficgen.www.shop.com", text);
    check();
    assertThat(scene.verification(site))
        .contains(new Verification(ProofMethod.DNS, SiteTerms.none()));
  }

  @Test
  void a_second_failure_in_a_row_ends_the_verification_and_stops_its_projects() {
    scene.proofs.put(site.host(), scene.token(site));
    check();
    Project project = scene.active(SiteScene.entering(site.host()));
    scene.proofs.clear();

    SiteReport shaken = check();
    assertThat(shaken.site().isVerified()).isTrue();
    assertThat(shaken.problems()).isNotEmpty();
    assertThat(scene.stored(project).isActive()).isTrue();

    assertThat(check().site().isVerified()).isFalse();
    assertThat(scene.stored(project).reason()).isEqualTo(StatusReason.UNVERIFIED);
    assertThat(scene.feed.events())
        .containsExactly(new LiveEvent.ProjectStopped(scene.owner, project.id(), "unverified"));
  }

  @Test
  void a_host_is_asked_once_in_ten_seconds_at_most() {
    scene.check(site);
    scene.proofs.asked();
    scene.time.advance(Duration.ofMillis(9_001));
    assertThat(scene.verify.verify(scene.owner, site.id()))
        .isEqualTo(new VerifyOutcome.TooSoon(Duration.ofMillis(999)));
    assertThat(scene.proofs.asked()).isEmpty();
    scene.time.advance(Duration.ofMillis(999));
    assertThat(scene.verify.verify(scene.owner, site.id()))
        .isInstanceOf(VerifyOutcome.Checked.class);
  }

  @Test
  void strangers_cause_no_request() {
    AccountId stranger = new AccountId(Fixtures.uuid());
    assertThat(scene.verify.verify(stranger, site.id())).isEqualTo(new VerifyOutcome.Absent());
    assertThat(scene.proofs.asked()).isEmpty();
  }
}
