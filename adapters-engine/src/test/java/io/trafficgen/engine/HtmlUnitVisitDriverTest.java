package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.HostGate;
import io.trafficgen.application.port.VisitDriver;
import org.junit.jupiter.api.Test;

class HtmlUnitVisitDriverTest extends LoopbackLoads
    implements HostilePagesContract,
        HostileScriptsContract,
        RunawayScriptsContract,
        BoundsContract,
        ExitsContract,
        IdentityContract,
        ClosedHostsContract {
  private final HtmlUnitVisitDriver driver = new HtmlUnitVisitDriver(loads());

  @Override
  public VisitDriver driver() {
    return driver;
  }

  @Override
  public HostGate gate() {
    return loads().gate();
  }

  @Test
  void an_image_that_a_page_shows_twice_is_asked_for_once() {
    site()
        .on(
            "/x.png",
            exchange -> {
              exchange.getResponseHeaders().set("Cache-Control", "no-store, no-cache");
              TestSite.send(exchange, 200, "image/png", "x");
            });
    site().html("/twice", "<img src='/x.png'><img src='/x.png'>");

    assertLoads(site().url("/twice"));

    assertThat(visits("/x.png")).isEqualTo(1);
  }
}
