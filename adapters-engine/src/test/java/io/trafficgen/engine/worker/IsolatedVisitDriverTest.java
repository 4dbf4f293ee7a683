package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.domain.exit.ProxyAddress;
import io.trafficgen.engine.BoundsContract;
import io.trafficgen.engine.ExitsContract;
import io.trafficgen.engine.HostilePagesContract;
import io.trafficgen.engine.HostileScriptsContract;
import io.trafficgen.engine.IdentityContract;
import io.trafficgen.engine.RunawayScriptsContract;
import io.trafficgen.engine.TestProxy;
import io.trafficgen.engine.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolatedVisitDriverTest
    implements HostilePagesContract,
        HostileScriptsContract,
        RunawayScriptsContract,
        BoundsContract,
        ExitsContract,
        IdentityContract {
  private final TestSite site = new TestSite();
  @TempDir static Path folder;
  private IsolatedVisitDriver driver;

  @BeforeAll
  void open() throws Exception {
    driver = new TestWorkers(settings(), folder).open(2);
  }

  @AfterAll
  void close() throws Exception {
    driver.close();
    site.close();
    try (Stream<Path> left = Files.list(folder.resolve("workers"))) {
      assertThat(left).isEmpty();
    }
  }

  @Override
  public IsolatedVisitDriver driver() {
    return driver;
  }

  @Override
  public TestSite site() {
    return site;
  }

  @Test
  void exits_are_reached_by_their_names() {
    site.html("/named", "<p>fine</p>");
    try (TestProxy proxy = new TestProxy()) {
      ProxyAddress known = proxy.address(ProxyAddress.Kind.SOCKS5);
      ProxyAddress named =
          new ProxyAddress(known.kind(), "proxy.office", known.port(), known.credentials());

      LoadOutcome outcome =
          driver.load(PageLoads.through(TestProxy.exit(named), loadOf(site.url("/named"))));

      assertThat(outcome).isInstanceOf(Loaded.class);
      assertThat(proxy.asked()).hasSize(1);
    }
  }
}
