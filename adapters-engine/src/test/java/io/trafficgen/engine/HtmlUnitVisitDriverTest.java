package io.trafficgen.engine;

import io.trafficgen.application.port.VisitDriver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;

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

  /** As the hosts file says. */
  static List<InetAddress> resolve(String name) throws UnknownHostException {
    return switch (name) {
      case "localhost", "private.shop.com." -> List.of(InetAddress.getLoopbackAddress());
      default -> throw new UnknownHostException(name);
    };
  }
}
