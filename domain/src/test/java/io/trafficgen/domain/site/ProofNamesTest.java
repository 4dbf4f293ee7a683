package io.trafficgen.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProofNamesTest {
  /** {@code co.uk} is a public suffix, {@code shop.co.uk} was registered. */
  private static Optional<String> registered(String name) {
    return Optional.of("shop.co.uk").filter(top -> ("." + name).endsWith("." + top));
  }

  private static List<String> names(String host) {
    return ProofNames.of(Host.parse(host), ProofNamesTest::registered);
  }

  @Test
  void a_parent_proves_its_subdomains_up_to_the_registered_domain() {
    assertThat(names("a.www.shop.co.uk"))
        .containsExactly(
            "_trafficgen.a.www.shop.co.uk", "_trafficgen.www.shop.co.uk", "_trafficgen.shop.co.uk");
    assertThat(names("shop.co.uk:8443")).containsExactly("_trafficgen.shop.co.uk");
  }

  @Test
  void a_public_suffix_and_what_is_below_none_prove_themselves_alone() {
    assertThat(names("co.uk")).containsExactly("_trafficgen.co.uk");
    assertThat(names("a.b.intra.net")).containsExactly("_trafficgen.a.b.intra.net");
    assertThat(names("notshop.co.uk")).containsExactly("_trafficgen.notshop.co.uk");
  }

  @Test
  void what_is_not_in_the_public_dns_is_not_asked_for() {
    assertThat(names("localhost:8081")).isEmpty();
    assertThat(names("127.0.0.1")).isEmpty();
  }

  @Test
  void a_deep_host_costs_a_bounded_number_of_questions() {
    assertThat(names("a.".repeat(100) + "shop.co.uk")).hasSize(8);
  }

  @Test
  void the_first_name_is_the_one_that_the_owner_is_told() {
    Host host = Host.parse("www.shop.co.uk:8443");
    SiteToken token = new SiteToken("tg-verify-1");
    assertThat(new SiteProof(host, token).dnsName()).isEqualTo(names(host.toString()).get(0));
  }
}
