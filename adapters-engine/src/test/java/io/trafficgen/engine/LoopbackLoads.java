package io.trafficgen.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;

/** What a driver of this very process needs, around a site of the test's own. */
abstract class LoopbackLoads implements LoopbackContract {
  private final TestSite site = new TestSite();
  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
  private final Loads loads =
      Loads.of(settings(), LoopbackLoads::resolve, InstantSource.system(), watchdog);

  @AfterEach
  void close() {
    site.close();
    watchdog.shutdownNow();
  }

  @Override
  public TestSite site() {
    return site;
  }

  Loads loads() {
    return loads;
  }

  /** As {@link #HOSTS_FILE} says. */
  private static List<InetAddress> resolve(String name) throws UnknownHostException {
    return switch (name) {
      case "localhost", "cdn.shop.com", "private.shop.com." ->
          List.of(InetAddress.getLoopbackAddress());
      default -> throw new UnknownHostException(name);
    };
  }
}
