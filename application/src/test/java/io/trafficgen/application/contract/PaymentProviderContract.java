package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.application.port.SignatureOutcome;
import io.trafficgen.application.port.SignatureOutcome.Genuine;
import io.trafficgen.domain.billing.WebhookRequest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link PaymentProvider} keeps. */
public interface PaymentProviderContract {
  PaymentProvider provider();

  /** A delivery as the provider signs it. */
  WebhookRequest genuine();

  /** When {@link #genuine} was signed. */
  Instant signedAt();

  @Test
  default void knows_its_own_scheme_by_the_headers() {
    assertThat(provider().recognises(genuine())).isTrue();
    assertThat(provider().recognises(new WebhookRequest(Map.of(), genuine().body()))).isFalse();
  }

  @Test
  default void of_a_delivery_that_comes_twice_the_key_is_the_same() {
    SignatureOutcome first = provider().verify(genuine(), signedAt());

    assertThat(first).isInstanceOf(Genuine.class);
    assertThat(provider().verify(genuine(), signedAt().plusSeconds(60))).isEqualTo(first);
  }

  @Test
  default void no_byte_of_the_body_may_change() {
    byte[] body = genuine().body();
    for (int index = 0; index < body.length; index++) {
      byte[] changed = body.clone();
      changed[index] ^= 1;
      assertThat(provider().verify(new WebhookRequest(genuine().headers(), changed), signedAt()))
          .as("byte %d", index)
          .isInstanceOf(SignatureOutcome.Forged.class);
    }
  }
}
