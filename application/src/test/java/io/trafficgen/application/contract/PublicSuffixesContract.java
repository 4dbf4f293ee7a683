package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.PublicSuffixes;
import org.junit.jupiter.api.Test;

/** What every {@link PublicSuffixes} keeps. */
public interface PublicSuffixesContract {
  PublicSuffixes suffixes();

  @Test
  default void finds_the_domain_right_below_a_public_suffix() {
    assertThat(suffixes().registered("www.shop.co.uk")).hasValue("shop.co.uk");
    assertThat(suffixes().registered("shop.co.uk")).hasValue("shop.co.uk");
    assertThat(suffixes().registered("a.b.owner.github.io")).hasValue("owner.github.io");
  }

  @Test
  default void a_public_suffix_and_what_is_below_none_have_no_such_domain() {
    assertThat(suffixes().registered("co.uk")).isEmpty();
    assertThat(suffixes().registered("www.shop.example")).isEmpty();
  }
}
