package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.domain.exit.ProxyAddress;
import io.trafficgen.domain.safety.HostClosures;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.BoundsContract;
import io.trafficgen.engine.ClosedHostsContract;
import io.trafficgen.engine.ExitsContract;
import io.trafficgen.engine.HostilePagesContract;
import io.trafficgen.engine.HostileScriptsContract;
import io.trafficgen.engine.IdentityContract;
import io.trafficgen.engine.RunawayScriptsContract;
import io.trafficgen.engine.TestProxy;
import io.trafficgen.engine.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
        IdentityContract,
        ClosedHostsContract {
  private final TestSite site = new TestSite();
  @TempDir static Path folder;
  private IsolatedVisitDriver driver;

  @BeforeAll
  void open() throws Exception {
    driver = new TestWorkers(settings(), folder).open(1);
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
  public IsolatedVisitDriver gate() {
    return driver;
  }

  @Override
  public TestSite site() {
    return site;
  }

  @Test
  void a_worker_that_starts_later_knows_what_is_closed() throws Exception {
    site.html("/later", "<p>fine</p>");
    assertLoads(site.url("/later"));
    gate().admitAllBut(new HostClosures(Map.of(Host.parse(site.host()), FailureReason.KILLED)));

    for (long pid : driver.pids()) {
      ProcessHandle worker = ProcessHandle.of(pid).orElseThrow();
      worker.destroyForcibly();
      worker.onExit().get(30, TimeUnit.SECONDS);
    }

    assertFails(site.url("/later"), FailureReason.KILLED);
    assertThat(visits("/later")).isEqualTo(1);
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
