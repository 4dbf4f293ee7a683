package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.VisitDriver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HtmlUnitVisitDriverTest
    implements HostilePagesContract,
        HostileScriptsContract,
        RunawayScriptsContract,
        BoundsContract,
        ExitsContract,
        IdentityContract {
  private final TestSite site = new TestSite();
  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
  private final HtmlUnitVisitDriver driver =
      new HtmlUnitVisitDriver(
          settings(), HtmlUnitVisitDriverTest::resolve, InstantSource.system(), watchdog);

  @AfterEach
  void close() {
    site.close();
    watchdog.shutdownNow();
  }

  @Override
  public VisitDriver driver() {
    return driver;
  }

  @Override
  public TestSite site() {
    return site;
  }

  @Test
  void an_image_that_a_page_shows_twice_is_asked_for_once() {
    site.on(
        "/x.png",
        exchange -> {
          exchange.getResponseHeaders().set("Cache-Control", "no-store, no-cache");
          TestSite.send(exchange, 200, "image/png", "x");
        });
    site.html("/twice", "<img src='/x.png'><img src='/x.png'>");

    assertLoads(site.url("/twice"));

    assertThat(visits("/x.png")).isEqualTo(1);
  }

  /** As the hosts file says. */
  static List<InetAddress> resolve(String name) throws UnknownHostException {
    return switch (name) {
      case "localhost", "private.shop.com." -> List.of(InetAddress.getLoopbackAddress());
      default -> throw new UnknownHostException(name);
    };
  }
}
