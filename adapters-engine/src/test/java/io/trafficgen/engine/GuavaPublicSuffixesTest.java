package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.PublicSuffixesContract;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofNames;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule of {@link ProofNames} on the real list. */
class GuavaPublicSuffixesTest implements PublicSuffixesContract {
  private final GuavaPublicSuffixes suffixes = new GuavaPublicSuffixes();

  @Override
  public GuavaPublicSuffixes suffixes() {
    return suffixes;
  }

  private List<String> names(String host) {
    return ProofNames.of(Host.parse(host), suffixes::registered).stream()
        .map(name -> name.substring("_trafficgen.".length()))
        .toList();
  }

  @Test
  void finds_what_was_registered() {
    assertThat(names("a.www.shop.co.uk"))
        .containsExactly("a.www.shop.co.uk", "www.shop.co.uk", "shop.co.uk");
    assertThat(names("www.example.com:8443")).containsExactly("www.example.com", "example.com");
    assertThat(names("www.bücher.de")).containsExactly("www.xn--bcher-kva.de", "xn--bcher-kva.de");
  }

  @Test
  void never_crosses_a_public_suffix() {
    assertThat(names("co.uk")).containsExactly("co.uk");
    assertThat(names("owner.github.io")).containsExactly("owner.github.io");
    assertThat(names("github.io")).containsExactly("github.io");
    assertThat(names("a.b.kawasaki.jp")).containsExactly("a.b.kawasaki.jp");
    assertThat(names("www.city.kawasaki.jp"))
        .containsExactly("www.city.kawasaki.jp", "city.kawasaki.jp");
  }

  @Test
  void below_no_listed_suffix_a_name_proves_itself_alone() {
    assertThat(names("www.shop.example")).containsExactly("www.shop.example");
    assertThat(suffixes.registered("_odd_.name-")).isEmpty();
  }
}
