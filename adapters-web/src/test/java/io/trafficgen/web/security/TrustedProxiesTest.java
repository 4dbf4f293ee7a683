package io.trafficgen.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private static final TrustedProxies PROXIES =
      TrustedProxies.parse("10.0.0.0/8, 192.0.2.1,2001:db8::/33 ,::1");

  private static String client(String socket, String... forwarded) {
    return PROXIES
        .client(AddressLiterals.find(socket).orElseThrow(), List.of(forwarded))
        .getHostAddress();
  }

  @Test
  void believes_nobody_unless_told_to() {
    assertThat(
            TrustedProxies.none()
                .client(AddressLiterals.find("127.0.0.1").orElseThrow(), List.of("8.8.8.8"))
                .getHostAddress())
        .isEqualTo("127.0.0.1");
  }

  @Test
  void takes_what_a_trusted_proxy_saw() {
    assertThat(client("10.1.2.3", "203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(client("10.1.2.3")).isEqualTo("10.1.2.3");
  }

  @Test
  void takes_no_word_of_a_stranger() {
    assertThat(client("203.0.113.9", "8.8.8.8")).isEqualTo("203.0.113.9");
  }

  @Test
  void stops_at_the_first_hop_that_is_not_trusted() {
    assertThat(client("10.1.2.3", "8.8.8.8, 203.0.113.9, 192.0.2.1")).isEqualTo("203.0.113.9");
    assertThat(client("10.1.2.3", "10.9.9.9, 203.0.113.9")).isEqualTo("203.0.113.9");
  }

  @Test
  void reads_several_headers_as_one_list() {
    assertThat(client("10.1.2.3", "8.8.8.8", "203.0.113.9", "10.7.7.7")).isEqualTo("203.0.113.9");
  }

  @Test
  void takes_the_farthest_proxy_where_all_are_trusted() {
    assertThat(client("10.1.2.3", "10.4.4.4, 10.5.5.5")).isEqualTo("10.4.4.4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "unknown",
        "_hidden",
        "localhost",
        "1.2.3",
        "1.2.3.256",
        "01.2.3.4",
        "0x7f.1.1.1",
        "2130706433",
        "::g",
        "1:2",
        "[::1",
        "1.2.3.4:x",
        "fe80::1%eth0",
        ",",
        "١.2.3.4"
      })
  void goes_no_further_than_garbage(String garbage) {
    assertThat(client("10.1.2.3", "8.8.8.8, " + garbage)).isEqualTo("10.1.2.3");
    assertThat(client("10.1.2.3", "8.8.8.8, " + garbage + ", 203.0.113.9"))
        .isEqualTo("203.0.113.9");
  }

  @ParameterizedTest
  @CsvSource({
    "2a00::5, 2a00:0:0:0:0:0:0:5",
    "[2a00::5], 2a00:0:0:0:0:0:0:5",
    "[2a00::5]:4711, 2a00:0:0:0:0:0:0:5",
    "203.0.113.9:4711, 203.0.113.9",
    "::ffff:203.0.113.9, 203.0.113.9"
  })
  void reads_every_spelling_of_an_address(String written, String address) {
    assertThat(client("10.1.2.3", written)).isEqualTo(address);
  }

  @Test
  void compares_networks_by_bits() {
    assertThat(client("2001:db8:7fff::1", "203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(client("2001:db8:8000::1", "203.0.113.9")).isEqualTo("2001:db8:8000:0:0:0:0:1");
    assertThat(client("[::1]", "203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(client("::ffff:10.1.1.1", "203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(client("11.0.0.0", "203.0.113.9")).isEqualTo("11.0.0.0");
    assertThat(client("192.0.2.2", "203.0.113.9")).isEqualTo("192.0.2.2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy.example",
        "10.0.0.0/33",
        "::/129",
        "10.0.0.0/",
        "10.0.0.0/-1",
        "10.0.0.0/8/8",
        "*"
      })
  void refuses_what_is_no_network(String text) {
    assertThatThrownBy(() -> TrustedProxies.parse(text)).isInstanceOf(InvalidValueException.class);
  }
}
