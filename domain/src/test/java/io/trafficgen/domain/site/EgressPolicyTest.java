package io.trafficgen.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EgressPolicyTest {
  private static final URI SHOP = URI.create("https://shop.example/");
  private static final String PUBLIC = "93.184.215.14";

  @ParameterizedTest
  @CsvSource({
    "http://shop.example/, ALLOWED",
    "HTTPS://shop.example:443/a?b, ALLOWED",
    "https://xn--bcher-kva.example/, ALLOWED",
    "file:///etc/passwd, SCHEME",
    "ftp://shop.example/, SCHEME",
    "javascript:alert(1), SCHEME",
    "//shop.example/, SCHEME",
    "http://user@shop.example/, FORM",
    "http:///a, FORM",
    "http://shop_1.example/, FORM",
    "http:shop.example, FORM",
    "http://shop.example:8080/, PORT",
    "http://shop.example:22/, PORT",
    "http://shop.example:0/, PORT",
    "http://localhost/, HOST",
    "http://intranet/, HOST",
    "http://a.localhost/, HOST",
    "http://printer.local/, HOST",
    "http://metadata.google.internal/, HOST",
    "http://router.home.arpa/, HOST",
    "http://127.0.0.1/, HOST",
    "http://8.8.8.8/, HOST",
    "http://127.1/, FORM",
    "http://2130706433/, HOST",
    "http://0x7f.0.0.0x1/, FORM",
    "http://[::1]/, HOST",
    "http://[2606:4700::1111]/, HOST",
  })
  void judges_the_address_before_any_name_is_resolved(String uri, EgressVerdict verdict) {
    assertThat(EgressPolicy.standard().judge(URI.create(uri))).isEqualTo(verdict);
  }

  @Test
  void refuses_addresses_that_are_too_long() {
    URI uri = URI.create("http://shop.example/" + "a".repeat(2_048));

    assertThat(EgressPolicy.standard().judge(uri)).isEqualTo(EgressVerdict.FORM);
  }

  @Test
  void the_standard_policy_allows_nothing_private() {
    assertEach(
        EgressVerdict.ADDRESS,
        """
        0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255
        127.0.0.1 127.255.255.255 168.63.129.16 169.254.0.0 169.254.169.254
        169.254.255.255 172.16.0.0 172.31.255.255 192.0.0.0 192.0.0.255 192.0.2.0
        192.0.2.255 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.0 192.168.255.255
        192.175.48.1 198.18.0.0 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1
        239.255.255.255 240.0.0.0 255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1
        ::ffff:10.0.0.1 ::ffff:0:7f00:1 64:ff9b::7f00:1 64:ff9b::808:808
        64:ff9b:1::a00:1 100::1 fc00::1 fd00::1 fe80::1 fec0::1 ff02::1 2001::1
        2001:1ff::1 2001:db8::1 2001:db8:ffff::1 2002:7f00:1:: 2002:808:808::1
        2620:4f:8000::1 3fff::1 3fff:fff::1 4000::1 5f00::1
        """);
  }

  @Test
  void neighbours_of_the_denied_blocks_are_public() {
    assertEach(
        EgressVerdict.ALLOWED,
        """
        93.184.215.14 1.0.0.0 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0
        126.255.255.255 128.0.0.0 168.63.129.15 172.15.255.255 172.32.0.0 192.0.1.0
        192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255
        ::ffff:8.8.8.8 2001:200::1 2001:4860:4860::8888 2003::1 2606:4700::1111
        2620:4f:8001::1 3ffe::1
        """);
  }

  @Test
  void one_bad_address_rejects_the_name() {
    assertThat(judge(EgressPolicy.standard(), PUBLIC, "10.0.0.1")).isEqualTo(EgressVerdict.ADDRESS);
  }

  @Test
  void a_name_without_address_is_told_apart() {
    assertThat(judge(EgressPolicy.standard())).isEqualTo(EgressVerdict.UNRESOLVED);
  }

  @Test
  void an_address_with_a_zone_is_refused() throws UnknownHostException {
    InetAddress zoned = Inet6Address.getByAddress("x", address("2606:4700::1111").getAddress(), 1);

    assertThat(EgressPolicy.standard().judge(SHOP, List.of(zoned)))
        .isEqualTo(EgressVerdict.ADDRESS);
  }

  @Test
  void our_own_public_addresses_are_refused() {
    EgressPolicy policy = new EgressPolicy(AllowedHosts.none(), Set.of(address(PUBLIC)));

    assertThat(judge(policy, PUBLIC)).isEqualTo(EgressVerdict.ADDRESS);
  }

  @Test
  void an_allowed_host_is_exempt_from_all_but_the_scheme() {
    EgressPolicy policy = EgressPolicy.allowing(AllowedHosts.parse("localhost:8081, intranet"));

    assertThat(policy.judge(URI.create("http://localhost:8081/"), List.of(address("127.0.0.1"))))
        .isEqualTo(EgressVerdict.ALLOWED);
    assertThat(policy.judge(URI.create("https://intranet/"), List.of(address("10.0.0.1"))))
        .isEqualTo(EgressVerdict.ALLOWED);
    assertThat(policy.judge(URI.create("ftp://localhost:8081/"))).isEqualTo(EgressVerdict.SCHEME);
    assertThat(policy.judge(URI.create("http://localhost:8082/"))).isEqualTo(EgressVerdict.PORT);
    assertThat(policy.judge(URI.create("http://localhost/"))).isEqualTo(EgressVerdict.HOST);
  }

  private static void assertEach(EgressVerdict verdict, String addresses) {
    assertThat(addresses.strip().split("\\s+"))
        .allSatisfy(address ->
            assertThat(judge(EgressPolicy.standard(), address)).as(address).isEqualTo(verdict));
  }

  private static EgressVerdict judge(EgressPolicy policy, String... addresses) {
    return policy.judge(SHOP, List.of(addresses).stream().map(EgressPolicyTest::address).toList());
  }

  /** A literal: no name is looked up. */
  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
