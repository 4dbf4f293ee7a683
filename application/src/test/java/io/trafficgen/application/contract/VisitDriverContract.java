package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.PageWishes;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.Browser;
import io.trafficgen.domain.visit.Device;
import io.trafficgen.domain.visit.DeviceProfile;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.VisitId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What every {@link VisitDriver} keeps. */
public interface VisitDriverContract {
  /** More than any load here takes, on a machine that does much else. */
  Duration AMPLE = Duration.ofSeconds(30);

  VisitDriver driver();

  /** Makes the driver's world answer at {@code path} with a page that links to {@code links}. */
  URI serve(String path, int status, List<String> links);

  /** An address where nobody listens. */
  URI nobody();

  @Test
  default void answers_status_address_and_links_in_document_order() {
    URI page = serve("/shop/", 200, List.of("/shop/b", "/shop/a"));

    LoadOutcome outcome = driver().load(loadOf(page));

    assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Loaded.class))
        .satisfies(loaded -> {
          assertThat(loaded.status()).isEqualTo(200);
          assertThat(loaded.url()).isEqualTo(page);
          assertThat(loaded.links())
              .containsExactly(page.resolve("/shop/b"), page.resolve("/shop/a"));
        });
  }

  @Test
  default void an_error_of_the_site_is_a_loaded_page_with_its_status() {
    LoadOutcome outcome = driver().load(loadOf(serve("/broken", 503, List.of())));

    assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Loaded.class))
        .extracting(Loaded::status)
        .isEqualTo(503);
  }

  @Test
  default void a_dead_site_is_an_outcome_with_its_reason() {
    LoadOutcome outcome = driver().load(loadOf(nobody()));

    assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(NotLoaded.class))
        .extracting(NotLoaded::reason)
        .isEqualTo(FailureReason.CONNECT);
  }

  @Test
  default void the_jar_of_the_visit_comes_back() {
    URI page = serve("/jar", 200, List.of());
    Cookie cookie = new Cookie("seen", "1", page.getHost(), "/", Optional.empty(), false, false);

    LoadOutcome outcome = driver().load(loadOf(page, List.of(cookie), AMPLE));

    assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Loaded.class))
        .extracting(Loaded::cookies)
        .asInstanceOf(InstanceOfAssertFactories.list(Cookie.class))
        .containsExactly(cookie);
  }

  /** A load of {@code url} by a desktop visitor, script on. */
  static PageLoad loadOf(URI url) {
    return loadOf(url, List.of(), AMPLE);
  }

  static PageLoad loadOf(URI url, List<Cookie> cookies, Duration deadline) {
    return new PageLoad(
        new VisitId(UUID.fromString("00000000-0000-4000-8000-000000000001")),
        url,
        Optional.empty(),
        new DeviceProfile(Device.DESKTOP, Browser.CHROME, 1280, 720, "Mozilla/5.0 (X11)"),
        "de-DE,de;q=0.8",
        true,
        cookies,
        Exit.direct(),
        Set.of(Host.of(url)),
        PageWishes.standard(),
        deadline);
  }
}
