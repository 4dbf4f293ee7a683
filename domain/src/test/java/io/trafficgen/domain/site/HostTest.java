package io.trafficgen.domain.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
  @ParameterizedTest
  @CsvSource({
    "shop.example, shop.example",
    "Shop.EXAMPLE, shop.example",
    "localhost:8081, localhost:8081",
    "shop.example:80, shop.example",
    "shop.example:443, shop.example",
    "127.0.0.1:8081, 127.0.0.1:8081",
    "bücher.example, xn--bcher-kva.example",
    "BÜCHER.example:8443, xn--bcher-kva.example:8443",
  })
  void reads_a_host_and_writes_it_in_one_form(String text, String canonical) {
    assertThat(Host.parse(text)).hasToString(canonical);
    assertThat(Host.parse(canonical)).isEqualTo(Host.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "a..b",
        "-a.example",
        "a-.example",
        "a_b.example",
        "shop.example.",
        "http://shop.example",
        "shop.example/",
        "user@shop.example",
        "[::1]",
        "[::1]:80",
        "a:b",
        "shop.example:",
        "shop.example:0",
        "shop.example:65536",
        "shop.example:80:80",
        "a b.example",
        "shop.example\n",
        "shop.example:+80"
      })
  void refuses_what_is_no_host(String text) {
    assertThatThrownBy(() -> Host.parse(text)).isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "shop.example, http://shop.example/a, true",
    "shop.example, https://SHOP.example/a, true",
    "shop.example, http://shop.example:443/, true",
    "shop.example, https://shop.example:8443/, false",
    "shop.example, http://www.shop.example/, false",
    "localhost:8081, http://localhost:8081/, true",
    "localhost:8081, http://localhost/, false",
    "localhost:80, http://localhost/, true",
    "localhost:80, https://localhost/, true",
    "shop.example, mailto:a@shop.example, false",
  })
  void covers_its_ports_alone(String host, URI uri, boolean covered) {
    assertThat(Host.parse(host).covers(uri)).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "https://Shop.example/a, shop.example",
    "http://shop.example:443/, shop.example",
    "http://shop.example:80/, shop.example",
    "http://localhost:8081/, localhost:8081",
  })
  void names_the_host_that_an_address_needs(URI uri, String host) {
    assertThat(Host.of(uri)).hasToString(host);
  }

  @Test
  void an_address_without_host_needs_none() {
    assertThatThrownBy(() -> Host.of(URI.create("about:blank")))
        .isInstanceOf(InvalidValueException.class);
  }
}
