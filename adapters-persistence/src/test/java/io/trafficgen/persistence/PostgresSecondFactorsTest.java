package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.contract.SecondFactorsContract;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.TotpSecret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PostgresSecondFactorsTest extends PostgresPorts implements SecondFactorsContract {
  @Test
  void a_dump_shows_no_secret_and_another_key_opens_none() {
    Account account = Fixtures.account();
    accounts().add(account);
    byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    secondFactors().offer(account.id(), new TotpSecret(secret));
    byte[] stored =
        database()
            .read(handle ->
                handle
                    .createQuery("select totp_secret from users where id = :id")
                    .bind("id", account.id().value())
                    .mapTo(byte[].class)
                    .one());

    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("12345");
    byte[] otherKey = new byte[32];
    Arrays.fill(otherKey, (byte) 1);
    PostgresSecondFactors other =
        new PostgresSecondFactors(database(), new SealedSecrets(otherKey, new Random(1)));
    assertThatThrownBy(() -> other.find(account.id())).isInstanceOf(IllegalStateException.class);
  }
}
