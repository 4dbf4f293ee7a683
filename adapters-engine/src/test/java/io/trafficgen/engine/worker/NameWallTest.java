package io.trafficgen.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.engine.TestSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.spi.InetAddressResolverProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameWallTest {
  @TempDir private Path folder;

  /** What it does not stop is said here too: a number asks no resolver. */
  @Test
  void in_a_worker_no_name_leads_anybody_where_the_policy_forbids() throws Exception {
    Path hosts =
        Files.writeString(
            folder.resolve("hosts"),
            """
            127.0.0.1 localhost
            127.0.0.1 private.shop.com
            93.184.215.14 rebound.shop.com
            127.0.0.1 rebound.shop.com
            127.0.0.1 proxy.office
            127.0.0.1 metadata.google.internal
            """);
    try (TestSite site = new TestSite()) {
      site.html("/", "<p>fine</p>");
      int port = site.url("/").getPort();

      List<String> seen =
          report(
              List.of("-D" + NamesOfTests.HOSTS + "=" + hosts),
              site,
              "http://localhost:" + port,
              "http://LOCALHOST:" + port,
              "http://proxy.office:" + port,
              "http://private.shop.com:" + port,
              "http://rebound.shop.com:" + port,
              "http://metadata.google.internal:" + port,
              "http://127.0.0.1:" + port);

      assertThat(seen)
          .containsExactly(
              "http://localhost:" + port + " connected HTTP/1.1 200 OK",
              "http://LOCALHOST:" + port + " connected HTTP/1.1 200 OK",
              "http://proxy.office:" + port + " connected HTTP/1.1 200 OK",
              "http://private.shop.com:" + port + " UnknownHostException none",
              "http://rebound.shop.com:" + port + " UnknownHostException none",
              "http://metadata.google.internal:" + port + " UnknownHostException none",
              "http://127.0.0.1:" + port + " connected HTTP/1.1 200 OK");
    }
  }

  @Test
  void a_jvm_that_is_no_worker_resolves_as_ever() throws Exception {
    assertThat(InetAddress.getAllByName("localhost")).allMatch(InetAddress::isLoopbackAddress);
    assertThat(ServiceLoader.load(InetAddressResolverProvider.class))
        .extracting(provider -> provider.getClass().getName())
        .contains(NameWall.class.getName());
  }

  private List<String> report(List<String> options, TestSite site, String... targets)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(WallMain.class.getName());
    command.add(folder.resolve("worker").toString());
    command.add(site.url("/").toString());
    command.add("socks5://proxy.office:1");
    command.addAll(List.of(targets));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return report.lines().toList();
  }
}
