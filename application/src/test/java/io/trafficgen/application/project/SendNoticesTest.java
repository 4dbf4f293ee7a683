package io.trafficgen.application.project;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.fake.InMemorySafeguards;
import io.trafficgen.application.fake.InMemorySites;
import io.trafficgen.application.fake.RecordingNotices;
import io.trafficgen.application.port.FetchOutcome;
import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.application.port.HttpCall;
import io.trafficgen.application.port.OwedNotices.Notice;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.settings.NoticeEvent;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SendNoticesTest {
  private static final AccountId OWNER = new AccountId(new UUID(5, 6));

  private final RecordingNotices notices = new RecordingNotices();
  private final InMemorySites sites = new InMemorySites();
  private final InMemorySafeguards safeguards = new InMemorySafeguards();
  private final Receiver own = new Receiver();
  private final Receiver anywhere = new Receiver();
  private final NoticeSecrets secrets = new NoticeSecrets(new byte[32]);
  private final SendNotices send =
      new SendNotices(
          notices,
          sites,
          safeguards,
          own,
          anywhere,
          secrets,
          Runnable::run,
          InstantSource.fixed(NOW));

  private Project owed(String notify, NoticeEvent event) {
    Project project =
        Fixtures.project(
            OWNER,
            VisitLimits.none(),
            "{\"entryUrls\":\"https://shop.example/\",\"qa\":{\"notify\":" + notify + "}}");
    notices.put(new Notice(new UUID(8, 9), project, event, "user", NOW));
    return project;
  }

  @Test
  void a_host_that_the_operator_closed_hears_of_nothing() {
    Host host = Host.parse("hook.example");
    safeguards.change(
        host,
        rule -> new HostRule(host, rule.maxPerMinute(), true),
        Fixtures.entry(OWNER, AuditAction.HOST_CHANGED),
        NOW);
    owed("{\"url\":\"https://hook.example/in\"}", NoticeEvent.STOPPED);
    send.send();
    assertThat(anywhere.calls).isEmpty();
    assertThat(notices.owed()).isEmpty();
  }

  @Test
  void posts_what_the_owner_wants_signed_with_the_projects_own_secret() throws Exception {
    Project project = owed("{\"url\":\"https://hook.example/in\"}", NoticeEvent.STOPPED);
    send.send();
    HttpCall call = anywhere.calls.getFirst();
    String body =
        """
        {"type":"project.stopped","timestamp":"2026-03-01T12:00:00Z","data":{"project_id":"%s",\
        "event":"stopped","reason":"user"}}\
        """
            .formatted(project.id());
    assertThat(call.json()).contains(body);
    String id = call.headers().get("webhook-id");
    String time = call.headers().get("webhook-timestamp");
    assertThat(time).isEqualTo(Long.toString(NOW.getEpochSecond()));
    byte[] secret = Base64.getDecoder().decode(secrets.secret(project.id()).substring(6));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    byte[] expected = mac.doFinal((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8));
    assertThat(call.headers().get("webhook-signature"))
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(expected));
    assertThat(secrets.secret(project.id()))
        .isNotEqualTo(secrets.secret(Fixtures.project(OWNER).id()));
    assertThat(notices.owed()).isEmpty();
  }

  @Test
  void what_nobody_took_is_owed_on_until_the_receiver_is_gone() {
    owed("{\"url\":\"https://hook.example/in\"}", NoticeEvent.UNHEALTHY);
    anywhere.status = 500;
    send.send();
    assertThat(notices.owed()).hasSize(1);
    anywhere.status = 410;
    send.send();
    assertThat(notices.owed()).isEmpty();
  }

  @Test
  void what_the_owner_did_not_choose_is_not_told() {
    owed("{\"url\":\"https://hook.example/in\",\"events\":[\"started\"]}", NoticeEvent.STOPPED);
    send.send();
    assertThat(anywhere.calls).isEmpty();
    assertThat(notices.owed()).isEmpty();
  }

  @Test
  void the_operators_exemptions_hold_for_hosts_that_the_owner_verified_alone() {
    owed("{\"url\":\"http://intranet.example/in\"}", NoticeEvent.STARTED);
    sites.add(
        new Site(
            new SiteId(new UUID(1, 1)),
            OWNER,
            Host.parse("intranet.example"),
            Optional.of(new Verification(ProofMethod.FILE, SiteTerms.none())),
            Optional.of(NOW),
            NOW));
    send.send();
    assertThat(own.calls).hasSize(1);
    assertThat(anywhere.calls).isEmpty();
  }

  private static final class Receiver implements GuardedHttp {
    private final List<HttpCall> calls = new ArrayList<>();
    private int status = 204;

    @Override
    public FetchOutcome send(HttpCall call, int maxBytes, Duration deadline) {
      calls.add(call);
      return new FetchOutcome.Fetched(status, Optional.empty(), "");
    }
  }
}
