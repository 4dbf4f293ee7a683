package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.KeyDirectory;
import io.trafficgen.application.port.KeyDirectory.Published;
import org.junit.jupiter.api.Test;

/** What every {@link KeyDirectory} keeps. */
public interface KeyDirectoryContract {
  /** One with a key. */
  KeyDirectory directory();

  /** One without. */
  KeyDirectory empty();

  @Test
  default void publishes_a_set_of_keys_with_the_proof_of_whose_it_is() {
    Published published = directory().publish().orElseThrow();

    assertThat(published.json()).startsWith("{\"keys\":[{").doesNotContain("\"d\"");
    assertThat(published.headers()).containsKeys("Signature", "Signature-Input");
  }

  @Test
  default void without_a_key_nothing_is_published() {
    assertThat(empty().publish()).isEmpty();
  }
}
