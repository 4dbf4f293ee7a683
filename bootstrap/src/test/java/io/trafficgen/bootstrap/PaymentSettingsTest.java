package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.trafficgen.application.port.FetchOutcome.NotFetched;
import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaymentSettingsTest {
  private static final GuardedHttp NOBODY =
      (call, maxBytes, deadline) -> new NotFetched(FailureReason.CONNECT, "nobody");

  /** Wise's, for all its customers (payment providers page, 1.2). */
  private static final String WISE_KEY =
      "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvO8vXV+JksBzZAY6GhSOXdoTCfhXaaiZ+qAbtaDBiu2A"
          + "GkGVpmEygFmWP4Li9m5+Ni85BhVvZOodM9epgW3FbA5Q1SexvAF1PPjX4JpMstak/QhAgl1qMSqEevL8cmUe"
          + "TgcMuVWCJmlge9h7B1CSD4rtlimGZozG39rUBDg6Qt2K+P4wBfLblL0k4C4YUdLnpGYEDIth+i8XsRpFlogx"
          + "CAFyH9+knYsDbR43UJ9shtc42Ybd40Afihj8KnYKXzchyQ42aC8aZ/h5hyZ28yVyOj3Vos0VdBIs/gAyJ/4y"
          + "yQFCXYte64I7ssrlbGRaco4nKF3HmaNhxwyKyJafz19eHwIDAQAB";

  private static PaymentSettings of(String... pairs) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
    return AppConfig.of(environment, Path.of("/home/somebody/data")).payments();
  }

  private static List<String> refused(String... pairs) {
    return catchThrowableOfType(InvalidValueException.class, () -> of(pairs)).problems().stream()
        .map(Problem::pointer)
        .toList();
  }

  @Test
  void a_scheme_without_a_key_is_off() {
    assertThat(of().providers(NOBODY)).isEmpty();
    assertThat(of("TRAFFICGEN_WEBHOOK_REVOLUT_SECRET", "").providers(NOBODY)).isEmpty();
    assertThat(of("TRAFFICGEN_REVOLUT_API_KEY", "sk_1").providers(NOBODY)).isEmpty();
    assertThat(of("TRAFFICGEN_WISE_PROFILE", "1").providers(NOBODY)).isEmpty();
    assertThat(of().missed(NOBODY)).isEmpty();
  }

  @Test
  void every_variable_reaches_its_provider() {
    PaymentSettings settings =
        of(
            "TRAFFICGEN_WEBHOOK_STANDARD_SECRET", "whsec_abc, whsec_abcd",
            "TRAFFICGEN_WEBHOOK_REVOLUT_SECRET", "wsk_1",
            "TRAFFICGEN_REVOLUT_API_URL", "https://sandbox-merchant.revolut.com/",
            "TRAFFICGEN_REVOLUT_API_KEY", "sk_1",
            "TRAFFICGEN_WEBHOOK_WISE_PUBLIC_KEY", WISE_KEY,
            "TRAFFICGEN_WISE_SUBSCRIPTION", "sub-1, sub-2",
            "TRAFFICGEN_WISE_PROFILE", "16055450");
    assertThat(settings.revolut())
        .contains(
            new PaymentSettings.Revolut(
                "wsk_1", URI.create("https://sandbox-merchant.revolut.com"), "sk_1"));
    assertThat(settings.wise().orElseThrow().subscriptions())
        .containsExactlyInAnyOrder("sub-1", "sub-2");
    assertThat(settings.wise().orElseThrow().profiles()).containsExactly("16055450");
    assertThat(settings.providers(NOBODY))
        .extracting(PaymentProvider::name)
        .containsExactly("standard", "revolut", "wise");
    assertThat(settings.missed(NOBODY)).hasSize(1);
  }

  @Test
  void revolut_is_asked_where_it_answers_unless_told_otherwise() {
    PaymentSettings settings =
        of("TRAFFICGEN_WEBHOOK_REVOLUT_SECRET", "wsk_1", "TRAFFICGEN_REVOLUT_API_KEY", "sk_1");
    assertThat(settings.revolut().orElseThrow().api())
        .isEqualTo(URI.create("https://merchant.revolut.com"));
  }

  @Test
  void the_key_of_wise_may_be_pem() {
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + WISE_KEY.replaceAll("(.{64})", "$1\n")
            + "\n-----END PUBLIC KEY-----\n";
    String[] ours = {"TRAFFICGEN_WISE_SUBSCRIPTION", "s", "TRAFFICGEN_WISE_PROFILE", "1"};
    assertThat(
            of("TRAFFICGEN_WEBHOOK_WISE_PUBLIC_KEY", pem, ours[0], ours[1], ours[2], ours[3])
                .wise())
        .isEqualTo(
            of("TRAFFICGEN_WEBHOOK_WISE_PUBLIC_KEY", WISE_KEY, ours[0], ours[1], ours[2], ours[3])
                .wise());
  }

  @Test
  void what_belongs_together_is_asked_for_together() {
    assertThat(refused("TRAFFICGEN_WEBHOOK_REVOLUT_SECRET", "wsk_1"))
        .containsExactly("TRAFFICGEN_REVOLUT_API_KEY");
    assertThat(refused("TRAFFICGEN_WEBHOOK_WISE_PUBLIC_KEY", WISE_KEY))
        .containsExactlyInAnyOrder("TRAFFICGEN_WISE_SUBSCRIPTION", "TRAFFICGEN_WISE_PROFILE");
  }

  @Test
  void unusable_values_are_named_once_and_all_of_them() {
    assertThat(
            refused(
                "TRAFFICGEN_WEBHOOK_STANDARD_SECRET", "abc",
                "TRAFFICGEN_WEBHOOK_REVOLUT_SECRET", "wsk_1",
                "TRAFFICGEN_REVOLUT_API_URL", "http://merchant.revolut.com",
                "TRAFFICGEN_REVOLUT_API_KEY", "sk_1\r\nX-Other: 1",
                "TRAFFICGEN_WEBHOOK_WISE_PUBLIC_KEY", "AAAA"))
        .containsExactlyInAnyOrder(
            "TRAFFICGEN_WEBHOOK_STANDARD_SECRET",
            "TRAFFICGEN_REVOLUT_API_URL",
            "TRAFFICGEN_REVOLUT_API_KEY",
            "TRAFFICGEN_WEBHOOK_WISE_PUBLIC_KEY");
    assertThat(refused("TRAFFICGEN_REVOLUT_API_URL", "https://merchant.revolut.com/api"))
        .containsExactly("TRAFFICGEN_REVOLUT_API_URL");
  }
}
