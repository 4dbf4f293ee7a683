package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.PasswordHashing;
import io.trafficgen.domain.account.Password;
import io.trafficgen.domain.account.PasswordHash;
import org.junit.jupiter.api.Test;

/** What every {@link PasswordHashing} keeps. */
public interface PasswordHashingContract {
  PasswordHashing passwords();

  @Test
  default void knows_the_password_it_hashed_and_no_other() {
    PasswordHash hash = passwords().hash(new Password("A kettle sings on the windowsill "));

    assertThat(passwords().matches(new Password("A kettle sings on the windowsill "), hash))
        .isTrue();
    assertThat(passwords().matches(new Password("A kettle sings on the windowsill"), hash))
        .isFalse();
    assertThat(passwords().matches(new Password("a kettle sings on the windowsill "), hash))
        .isFalse();
    assertThat(passwords().matches(new Password(""), hash)).isFalse();
  }

  @Test
  default void nobody_has_no_password() {
    PasswordHash nobody = passwords().ofNobody();
    assertThat(passwords().matches(new Password("A kettle sings on the windowsill"), nobody))
        .isFalse();
    assertThat(passwords().matches(new Password(""), nobody)).isFalse();
  }
}
