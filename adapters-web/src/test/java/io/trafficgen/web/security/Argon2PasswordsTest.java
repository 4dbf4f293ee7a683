package io.trafficgen.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.contract.PasswordHashingContract;
import io.trafficgen.domain.account.Password;
import io.trafficgen.domain.account.PasswordHash;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Argon2PasswordsTest implements PasswordHashingContract {
  private final Argon2Passwords passwords = new Argon2Passwords(new Random(1));

  @Override
  public Argon2Passwords passwords() {
    return passwords;
  }

  @Test
  void names_algorithm_and_costs_in_the_hash() {
    PasswordHash hash = passwords.hash(new Password("a kettle sings on the windowsill"));
    assertThat(hash.value())
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
        .doesNotContain("=$", "==");
  }

  @Test
  void salts_every_hash_anew() {
    Password password = new Password("the same password");
    assertThat(passwords.hash(password)).isNotEqualTo(passwords.hash(password));
  }

  /** Made by the reference implementation: {@code argon2 somesalt -id -t 2 -m 16 -p 1}. */
  @Test
  void reads_hashes_of_other_programs_and_costs() {
    assertThat(
            passwords.matches(
                new Password("password"),
                new PasswordHash(
                    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")))
        .isTrue();
  }

  @Test
  void does_not_take_another_text_for_a_wrong_password() {
    assertThatThrownBy(() -> passwords.matches(new Password("password"), new PasswordHash("plain")))
        .isInstanceOf(IllegalStateException.class);
  }
}
