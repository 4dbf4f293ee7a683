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
    PasswordHash hash = passwords().hash(new Password("Correct horse battery staple "));

    assertThat(passwords().matches(new Password("Correct horse battery staple "), hash)).isTrue();
    assertThat(passwords().matches(new Password("Correct horse battery staple"), hash)).isFalse();
    assertThat(passwords().matches(new Password("correct horse battery staple "), hash)).isFalse();
    assertThat(passwords().matches(new Password(""), hash)).isFalse();
  }
}
