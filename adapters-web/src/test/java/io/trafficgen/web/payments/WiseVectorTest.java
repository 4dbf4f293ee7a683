package io.trafficgen.web.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.SignatureOutcome.Forged;
import io.trafficgen.application.port.SignatureOutcome.Genuine;
import io.trafficgen.domain.billing.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The signed example that Wise publishes (github.com/transferwise/digital-signatures-examples). */
class WiseVectorTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** Of Wise's sandbox, for all its customers. */
  private static final String SANDBOX =
      "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwpb91cEYuyJNQepZAVfPZIlPZfNUefH+n6w9SW3fykqK"
          + "u938cR7WadQv87oF2VuT+fDt7kqeRziTmPSUhqPUys/V2Q1rlfJuXbE+Gga37t7zwd0egQ+KyOEHQOpcTwKm"
          + "tZ81ieGHynAQzsn1We3jwt760MsCPJ7GMT141ByQM+yW1Bx+4SG3IGjXWyqOWrcXsxAvIXkpUD/jK/L958Cg"
          + "nZEgz0BSEh0QxYLITnW1lLokSx/dTianWPFEhMC9BgijempgNXHNfcVirg1lPSygz7KqoKUN0oHqWLr2U1A+"
          + "7kqrl6O2nx3CKs1bj1hToT1+p4kcMoHXA7kA+VBLUpEsVwIDAQAB";

  private static final String PUBLISHED =
      """
      {"data":{"resource":{"id":49983981,"profile_id":16055450,"account_id":14124090,\
      "type":"transfer"},"current_state":"incoming_payment_waiting","previous_state":null,\
      "occurred_at":"2021-08-23T10:12:50Z"},\
      "subscription_id":"90aa8e14-4ef1-4a56-861c-f3c9cde097ea",\
      "event_type":"transfers#state-change","schema_version":"2.0.0",\
      "sent_at":"2021-08-23T10:12:50Z"}\
      """;
  private static final String PUBLISHED_SIGNATURE =
      "wKcKCYXAzxNgiu7xmoDm943NUni7Rz33QN8JkEA9dWSGebgndonabgSj18Y4C08OrwVmueGsED2s00M7DtJVcYKO"
          + "S1i3G4TMVx+mgM3aL9djMBkQtiYNBFUd6wrPI7ZUNHv/TrlKSjTMc+6JFvUvJ7owY3z85e3I4jLRLJowMFvO"
          + "8kvCJ60+1pY9wDwZvtZ//WS93LrwGjk9Dvwzpmu0w+P4J75tETT5qC3Uv0y5G2yO8SEoO3yNP/tg/BOli02n"
          + "iHb53vEOUWUb9bly6thnfMoXoiV/osoGxgF20R58RlvkAmezyyl1Sv542TfS2DpiwVnmjjjkCyXeSUcKookY"
          + "LQ==";

  private static WebhookRequest request(String body, List<String> signatures) {
    return new WebhookRequest(
        Map.of("x-signature-sha256", signatures), body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takes_the_vector_that_wise_publishes() {
    WisePayments sandbox =
        new WisePayments(
            new WiseAllowance(
                WiseAllowance.key(SANDBOX),
                Set.of("90aa8e14-4ef1-4a56-861c-f3c9cde097ea"),
                Set.of("16055450")));

    assertThat(sandbox.verify(request(PUBLISHED, List.of(PUBLISHED_SIGNATURE)), NOW))
        .isEqualTo(new Genuine(Sha256.hex(PUBLISHED)));
    for (String other :
        List.of(PUBLISHED.replace("null", "0"), PUBLISHED.replace(":{", ": {"), "")) {
      assertThat(sandbox.verify(request(other, List.of(PUBLISHED_SIGNATURE)), NOW))
          .isInstanceOf(Forged.class);
    }
    assertThat(
            new WisePayments(WiseKeys.allowance())
                .verify(request(PUBLISHED, List.of(PUBLISHED_SIGNATURE)), NOW))
        .isInstanceOf(Forged.class);
  }
}
