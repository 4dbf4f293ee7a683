package io.trafficgen.engine;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.VisitDriverContract;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.signature.RequestSigner;
import io.trafficgen.engine.signature.SigningKey;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A driver that loads pages of a real site on loopback. */
public interface LoopbackContract extends VisitDriverContract {
  /**
   * {@code private.shop.com} is a public name that leads to loopback, absolute or not; {@code
   * cdn.shop.com} is another name of the site that the operator exempts.
   */
  String HOSTS_FILE =
      """
      127.0.0.1 localhost cdn.shop.com
      127.0.0.1 private.shop.com private.shop.com.
      127.0.0.1 proxy.office
      """;

  TestSite site();

  /** The standard bounds; one script may run less long than a page may take to settle. */
  default EngineSettings settings() {
    EngineBounds standard = EngineBounds.standard();
    return new EngineSettings(
        new BotIdentity(
            "1.2.3",
            URI.create("https://traffic.example/"),
            Optional.of(
                new RequestSigner(
                    SigningKey.parse(SignedRequest.PEM), InstantSource.system(), new Random(1)))),
        EgressPolicy.allowing(
            AllowedHosts.parse(
                String.join(
                    ",",
                    site().host(),
                    cdn("/").getAuthority(),
                    DeadAddress.url().getAuthority()))),
        new EngineBounds(
            standard.connectTimeout(),
            standard.maxResponseBytes(),
            standard.maxPageBytes(),
            standard.maxRequests(),
            standard.maxWindows(),
            standard.maxFrameDepth(),
            standard.maxRedirects(),
            standard.refreshLimit(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            standard.maxOpenTags()));
  }

  @Override
  default URI serve(String path, int status, List<String> links) {
    return site().linking(path, status, links);
  }

  /** At another host, where the site answers too. */
  default URI cdn(String path) {
    return URI.create("http://cdn.shop.com:" + site().url("/").getPort() + path);
  }

  @Override
  default URI nobody() {
    return DeadAddress.url();
  }

  default Loaded assertLoads(URI url) {
    LoadOutcome outcome = driver().load(loadOf(url));
    assertThat(outcome).isInstanceOf(Loaded.class);
    return (Loaded) outcome;
  }

  default void assertFails(URI url, FailureReason reason) {
    assertThat(driver().load(loadOf(url)))
        .isInstanceOfSatisfying(
            NotLoaded.class,
            failure -> assertThat(failure.reason()).as(failure.detail()).isEqualTo(reason));
  }

  default long visits(String path) {
    return site().seen().stream().filter(seen -> seen.path().equals(path)).count();
  }
}
