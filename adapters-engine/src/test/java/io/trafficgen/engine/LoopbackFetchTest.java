package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.GuardedHttpContract;
import io.trafficgen.application.contract.SiteProofsContract;
import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.SiteProof;
import io.trafficgen.engine.signature.RequestSigner;
import io.trafficgen.engine.signature.SigningKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server's own fetches, and the proofs that are read with them, against a real server. */
class LoopbackFetchTest implements GuardedHttpContract, SiteProofsContract {
  private final TestSite site = new TestSite();
  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
  private final ApacheGuardedHttp http =
      new ApacheGuardedHttp(
          EgressPolicy.allowing(
              AllowedHosts.parse(site.host() + "," + DeadAddress.url().getAuthority())),
          NameResolver.system(),
          new BotIdentity(
              "1.2.3",
              URI.create("https://traffic.example"),
              Optional.of(
                  new RequestSigner(
                      SigningKey.parse(SignedRequest.PEM), InstantSource.system(), new Random(1)))),
          watchdog);

  @AfterEach
  void close() {
    site.close();
    watchdog.shutdownNow();
  }

  @Test
  void a_fetch_belongs_to_no_visit_and_proves_who_asks() {
    http.get(serve("/signed", "x"), 1_000, Duration.ofSeconds(10));

    TestSite.Seen seen = site.seen().get(0);
    assertThat(seen.header("User-Agent"))
        .isEqualTo("TrafficGenBot/1.2.3 (+https://traffic.example/bot)");
    assertThat(seen.headers().containsKey(BotIdentity.VISIT_HEADER)).isFalse();
    SignedRequest.verify(seen, site.host(), "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs");
  }

  @Override
  public ApacheGuardedHttp http() {
    return http;
  }

  @Override
  public URI serve(String path, String text) {
    site.text(path, "text/plain; charset=utf-8", text);
    return site.url(path);
  }

  @Override
  public URI redirect(String path, String target) {
    site.redirect(path, 302, target);
    return site.url(path);
  }

  @Override
  public URI echo(String path) {
    site.on(
        path,
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String asked = exchange.getRequestHeaders().getFirst("X-Asked");
          TestSite.send(
              exchange,
              200,
              "text/plain; charset=utf-8",
              exchange.getRequestMethod() + " " + asked + " " + body);
        });
    return site.url(path);
  }

  @Override
  public URI nobody() {
    return DeadAddress.url();
  }

  @Override
  public HttpSiteProofs proofs() {
    return new HttpSiteProofs(
        http, TxtRecords.of(List.of()), Duration.ofMillis(100), InstantSource.system());
  }

  @Override
  public Host host() {
    return Host.parse(site.host());
  }

  @Override
  public void showFile(String content) {
    site.text(SiteProof.FILE_PATH, "text/plain", content);
  }

  @Override
  public void showTag(String content) {
    site.html("/", "<meta name=\"trafficgen-verification\" content=\"" + content + "\">");
  }
}
