package io.trafficgen.engine;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestingConnectionsTest {
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=1\r\nContent-Length: 0\r\n\r\n";

  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void close() {
    watchdog.shutdownNow();
  }

  @Test
  void one_that_rested_long_enough_is_closed_though_nobody_loads() throws IOException {
    try (ServerSocket site = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String host = "localhost:" + site.getLocalPort();
      PageLoad load = PageLoads.withoutScript(loadOf(URI.create("http://" + host + "/")));
      CompletableFuture<LoadOutcome> outcome =
          CompletableFuture.supplyAsync(() -> driver(host).load(load));
      try (Socket connection = site.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
        connection.setSoTimeout(20_000);
        while (!in.readLine().isEmpty()) {
          // the rest of the request
        }
        connection.getOutputStream().write(ANSWER.getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.join()).isInstanceOf(Loaded.class);
        assertThat(in.read()).isEqualTo(-1);
      }
    }
  }

  private PageVisitDriver driver(String host) {
    return new PageVisitDriver(
        new EngineSettings(
            new BotIdentity("1", URI.create("https://traffic.example")),
            EgressPolicy.allowing(AllowedHosts.parse(host)),
            EngineBounds.standard()),
        NameResolver.system(),
        InstantSource.system(),
        watchdog);
  }
}
