package io.trafficgen.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.ExitProbeContract;
import io.trafficgen.application.port.ExitProbe;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.exit.ProxyAddress;
import io.trafficgen.domain.exit.ProxyAddress.Credentials;
import io.trafficgen.domain.exit.ProxyAddress.Kind;
import io.trafficgen.engine.TestProxy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProxyProbeTest implements ExitProbeContract {
  private final TestProxy proxy = new TestProxy();
  private final ProxyProbe probe = new ProxyProbe(Duration.ofSeconds(5));

  @AfterEach
  void close() {
    proxy.close();
  }

  @Override
  public ExitProbe probe() {
    return probe;
  }

  @Override
  public Exit working() {
    return proxy.exit(Kind.SOCKS5);
  }

  @Override
  public Exit broken() {
    try (TestProxy gone = new TestProxy()) {
      return gone.exit(Kind.HTTP);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void asks_a_proxy_for_no_site(Kind kind) {
    assertThat(probe.problem(proxy.exit(kind))).isEmpty();
    assertThat(proxy.asked()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void notices_wrong_credentials_and_does_not_show_them(Kind kind) {
    ProxyAddress right = proxy.address(kind);
    ProxyAddress wrong =
        new ProxyAddress(
            kind, right.host(), right.port(), Optional.of(new Credentials("visitor", "secret")));

    assertThat(probe.problem(TestProxy.exit(wrong)).orElseThrow())
        .contains("credentials")
        .doesNotContain("secret", "visitor");
  }

  @Test
  void notices_a_proxy_of_the_other_kind() {
    ProxyAddress right = proxy.address(Kind.SOCKS5);
    ProxyAddress nobody =
        new ProxyAddress(Kind.SOCKS5, right.host(), right.port(), Optional.empty());

    assertThat(probe.problem(TestProxy.exit(nobody))).contains("the proxy wants credentials");
  }
}
