package io.trafficgen.domain.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.settings.Country;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitListTest {
  @Test
  void reads_proxies_of_both_kinds_and_the_own_network() {
    List<Exit> exits =
        parse(
                """
                [{"id":"de-1","country":"DE","region":"Hesse","public_ip":"203.0.113.7","max_concurrent":20,
                  "url":"socks5://us%65r:p%40ss@proxy.example:1080"},
                 {"id":"us-1","country":"United States","url":"http://[2001:db8::7]:3128/"},
                 {"id":"here","direct":true}]
                """)
            .exits();

    assertThat(exits).extracting(Exit::id).containsExactly("de-1", "us-1", "here");
    Exit first = exits.get(0);
    assertThat(first.country()).contains(new Country("DE"));
    assertThat(first.region()).contains("Hesse");
    assertThat(first.publicIp()).contains("203.0.113.7");
    assertThat(first.maxConcurrent()).isEqualTo(20);
    assertThat(first.proxy())
        .contains(
            new ProxyAddress(
                ProxyAddress.Kind.SOCKS5,
                "proxy.example",
                1080,
                Optional.of(new ProxyAddress.Credentials("user", "p@ss"))));
    assertThat(exits.get(1).proxy())
        .contains(new ProxyAddress(ProxyAddress.Kind.HTTP, "2001:db8::7", 3128, Optional.empty()));
    assertThat(exits.get(2).proxy()).isEmpty();
    assertThat(exits.get(2).country()).isEmpty();
  }

  @Test
  void names_every_problem_at_once_and_no_password() {
    InvalidValueException refusal =
        catchThrowableOfType(
            InvalidValueException.class,
            () ->
                parse(
                    """
                    [{"id":"a b","url":"ftp://user:secret@p.example:1"},
                     {"id":"x","direct":true,"url":"http://user:secret@p.example:1"},
                     {"id":"x","url":"http://user:secret@p.example","country":"Nowhere",
                      "public_ip":"300.1.1.1","max_concurrent":0,"colour":"red"},
                     {"direct":true}, 7]
                    """));

    assertThat(refusal.problems())
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "/0/id",
            "/0/url",
            "/1/url",
            "/2/url",
            "/2/country",
            "/2/public_ip",
            "/2/max_concurrent",
            "/2/colour",
            "/3/id",
            "/4");
    assertThat(refusal.problems().toString()).doesNotContain("secret");
  }

  @Test
  void a_name_stands_once() {
    assertThatThrownBy(
            () -> parse("[{\"id\":\"a\",\"direct\":true},{\"id\":\"a\",\"direct\":true}]"))
        .hasMessageContaining("/1/id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "[", "null"})
  void what_is_no_list_of_exits_is_refused(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7", "2001:db8::7", "::1", "1:2:3:4:5:6:7:8"})
  void addresses_are_literals(String address) {
    assertThat(withAddress(address).exits().get(0).publicIp()).contains(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.example", "1.2.3", "1.2.3.4.", "1::2::3", "1:2:3", "g::1", ""})
  void what_is_no_address_is_refused(String address) {
    assertThatThrownBy(() -> withAddress(address)).hasMessageContaining("/0/public_ip");
  }

  @Test
  void credentials_show_up_in_no_text() {
    String text =
        parse("[{\"id\":\"a\",\"url\":\"http://user:secret@p.example:3128\"}]").toString();

    assertThat(text).contains("http://p.example:3128").doesNotContain("secret", "user");
  }

  private static ExitList withAddress(String address) {
    return parse("[{\"id\":\"a\",\"direct\":true,\"public_ip\":\"" + address + "\"}]");
  }

  private static ExitList parse(String text) {
    return ExitList.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
