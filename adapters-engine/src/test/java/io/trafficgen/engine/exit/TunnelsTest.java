package io.trafficgen.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.exit.ProxyAddress.Kind;
import io.trafficgen.engine.TestProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TunnelsTest {
  @ParameterizedTest
  @EnumSource(Kind.class)
  void tls_is_begun_with_the_site_by_its_name_at_the_checked_address(Kind kind) throws Exception {
    try (TestProxy proxy = new TestProxy();
        ServerSocket site = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CloseableHttpClient client =
            HttpClients.custom()
                .setConnectionManager(
                    Tunnels.connections(
                        () -> Optional.of(proxy.address(kind)),
                        name -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                        5_000))
                .disableAutomaticRetries()
                .build()) {
      CompletableFuture<String> greeting = CompletableFuture.supplyAsync(() -> greeting(site));

      assertThatThrownBy(() ->
              client.execute(new HttpGet("https://secure.shop.com:" + site.getLocalPort() + "/")))
          .isInstanceOf(IOException.class);

      assertThat(greeting.get()).startsWith("\u0016").contains("secure.shop.com");
      assertThat(proxy.asked()).containsExactly("127.0.0.1:" + site.getLocalPort());
    }
  }

  /** The beginning of the first record; then the site hangs up. */
  private static String greeting(ServerSocket site) {
    try (Socket client = site.accept()) {
      byte[] bytes = new byte[2_000];
      int length = client.getInputStream().read(bytes);
      return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
