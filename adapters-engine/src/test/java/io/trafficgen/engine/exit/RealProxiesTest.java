package io.trafficgen.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trafficgen.domain.exit.ProxyAddress;
import io.trafficgen.domain.exit.ProxyAddress.Credentials;
import io.trafficgen.domain.exit.ProxyAddress.Kind;
import io.trafficgen.engine.TestProxy;
import io.trafficgen.engine.TestSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our two dialogues with proxies that others wrote, where they are installed. */
@Tag("long")
class RealProxiesTest {
  private static final String USER = "visitor";
  private static final String PASSWORD = "pass1";

  @TempDir private Path folder;

  @Test
  void tinyproxy_leads_to_the_site() throws Exception {
    int port = freePort();
    Path configuration =
        Files.writeString(
            folder.resolve("tinyproxy.conf"),
            "Port %d\nListen 127.0.0.1\nTimeout 60\nMaxClients 20\nBasicAuth %s %s\n"
                .formatted(port, USER, PASSWORD));
    leads(Kind.HTTP, port, List.of("/usr/bin/tinyproxy", "-d", "-c", configuration.toString()));
  }

  @Test
  void microsocks_leads_to_the_site() throws Exception {
    int port = freePort();
    leads(
        Kind.SOCKS5,
        port,
        List.of(
            "/usr/bin/microsocks", "-i", "127.0.0.1", "-p", "" + port, "-u", USER, "-P", PASSWORD));
  }

  private void leads(Kind kind, int port, List<String> command) throws Exception {
    assumeTrue(Files.isExecutable(Path.of(command.get(0))), "not installed: " + command.get(0));
    Process process = start(command);
    try (TestSite site = new TestSite()) {
      site.text("/", "text/plain", "arrived");
      ProxyAddress proxy =
          new ProxyAddress(kind, "127.0.0.1", port, Optional.of(new Credentials(USER, PASSWORD)));
      awaitHealthy(proxy);

      assertThat(get(proxy, site)).isEqualTo(200);

      ProxyAddress stranger =
          new ProxyAddress(kind, "127.0.0.1", port, Optional.of(new Credentials(USER, "wrong")));
      assertThat(site.seen()).hasSize(1);
      assertThat(refused(stranger, site)).isTrue();
      assertThat(site.seen()).hasSize(1);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("proxy.log").toFile())
        .start();
  }

  /** Another program starts: its port is all that tells when it is ready. */
  private static void awaitHealthy(ProxyAddress proxy) {
    ProxyProbe probe = new ProxyProbe(Duration.ofSeconds(5));
    Instant end = Instant.now().plusSeconds(10);
    while (probe.problem(TestProxy.exit(proxy)).isPresent() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    assertThat(probe.problem(TestProxy.exit(proxy))).isEmpty();
  }

  private static int get(ProxyAddress proxy, TestSite site) throws IOException {
    try (CloseableHttpClient client =
            HttpClients.custom()
                .setConnectionManager(
                    Tunnels.connections(
                        () -> Optional.of(proxy),
                        name -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                        5_000))
                .disableAutomaticRetries()
                .build();
        CloseableHttpResponse answer = client.execute(new HttpGet(site.url("/")))) {
      return answer.getStatusLine().getStatusCode();
    }
  }

  private static boolean refused(ProxyAddress proxy, TestSite site) {
    try {
      get(proxy, site);
      return false;
    } catch (IOException e) {
      return e instanceof NoExitException || e.getCause() instanceof NoExitException;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
