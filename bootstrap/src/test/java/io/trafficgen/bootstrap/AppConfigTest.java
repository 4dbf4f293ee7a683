package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.trafficgen.application.account.Registration;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.site.Host;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppConfigTest {
  private static final Path DATA = Path.of("/home/somebody/data");
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private static AppConfig of(String... pairs) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
    return AppConfig.of(environment, DATA);
  }

  @Test
  void an_empty_environment_gives_the_documented_defaults() {
    AppConfig config = of();
    assertThat(config.port()).isEqualTo(8080);
    assertThat(config.baseUrl()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(config.isLocal()).isTrue();
    assertThat(config.data()).isEqualTo(DATA);
    assertThat(config.databaseUrl()).isEmpty();
    assertThat(config.jwtKeys()).isEmpty();
    assertThat(config.registration()).isEqualTo(Registration.OPEN);
    assertThat(config.signUpPage()).isEqualTo(URI.create("http://localhost:8080/#sign-up"));
    assertThat(config.smtp()).isEmpty();
    assertThat(config.payments())
        .isEqualTo(new PaymentSettings(Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(config.payUrl()).isEmpty();
    assertThat(config.purchaseLimits().minimum()).hasToString("10.00");
    assertThat(config.purchaseLimits().maximum()).hasToString("1000000.00");
    assertThat(config.allowedHosts().hosts()).isEmpty();
    assertThat(config.corsOrigins().origins()).isEmpty();
    assertThat(config.trustedProxies().networks()).isEmpty();
    assertThat(config.adminPort()).isEmpty();
    assertThat(config.retention()).isEqualTo(Duration.ofDays(30));
    assertThat(config.loads()).isEmpty();
  }

  @Test
  void every_variable_reaches_its_value() {
    AppConfig config =
        of(
            "TRAFFICGEN_PORT", "9090",
            "TRAFFICGEN_BASE_URL", "https://traffic.example/",
            "TRAFFICGEN_DATA", "/var/lib/trafficgen",
            "DATABASE_URL", "postgres://u:p@db/traffic",
            "TRAFFICGEN_JWT_KEYS", "new:" + KEY + ",old:" + KEY,
            "TRAFFICGEN_REGISTRATION", "closed",
            "TRAFFICGEN_SIGNUP_URL", "https://shop.example/join?from=us",
            "TRAFFICGEN_WEBHOOK_STANDARD_SECRET", "whsec_abc",
            "TRAFFICGEN_PAY_URL", "https://pay.example/{reference}",
            "TRAFFICGEN_MINIMUM_PURCHASE", "5",
            "TRAFFICGEN_MAXIMUM_PURCHASE", "50",
            "TRAFFICGEN_ALLOWED_HOSTS", "localhost:8081, intranet.example",
            "TRAFFICGEN_SMTP_URL", "smtps://user:secret@mail.example",
            "TRAFFICGEN_CORS_ORIGINS", "https://App.example, http://localhost:3000",
            "TRAFFICGEN_TRUSTED_PROXIES", "10.0.0.0/8, ::1",
            "TRAFFICGEN_ADMIN_PORT", "9091",
            "TRAFFICGEN_RETENTION_DAYS", "7",
            "TRAFFICGEN_LOADS", "40");
    assertThat(config.port()).isEqualTo(9090);
    assertThat(config.baseUrl()).isEqualTo(URI.create("https://traffic.example"));
    assertThat(config.isLocal()).isFalse();
    assertThat(config.data()).isEqualTo(Path.of("/var/lib/trafficgen"));
    assertThat(config.databaseUrl()).contains("postgres://u:p@db/traffic");
    assertThat(config.jwtKeys().orElseThrow().signing()).isEqualTo("new");
    assertThat(config.jwtKeys().orElseThrow().keys()).containsOnlyKeys("new", "old");
    assertThat(config.registration()).isEqualTo(Registration.CLOSED);
    assertThat(config.signUpPage()).isEqualTo(URI.create("https://shop.example/join?from=us"));
    assertThat(config.smtp().orElseThrow().host()).isEqualTo("mail.example");
    assertThat(config.payments().standard()).isPresent();
    assertThat(config.payUrl()).contains("https://pay.example/{reference}");
    assertThat(config.purchaseLimits().minimum()).isEqualTo(Money.ofCents(500));
    assertThat(config.purchaseLimits().maximum()).isEqualTo(Money.ofCents(5000));
    assertThat(config.allowedHosts().hosts())
        .containsExactly(Host.parse("localhost:8081"), Host.parse("intranet.example"));
    assertThat(config.corsOrigins().origins())
        .containsExactlyInAnyOrder("https://app.example", "http://localhost:3000");
    assertThat(config.trustedProxies().networks()).hasSize(2);
    assertThat(config.adminPort()).hasValue(9091);
    assertThat(config.retention()).isEqualTo(Duration.ofDays(7));
    assertThat(config.loads()).hasValue(40);
  }

  @Test
  void registration_may_take_an_invitation() {
    assertThat(of("TRAFFICGEN_REGISTRATION", "invite").registration())
        .isEqualTo(Registration.INVITE);
  }

  @Test
  void empty_counts_as_absent() {
    assertThat(of("TRAFFICGEN_PORT", " ", "DATABASE_URL", "")).isEqualTo(of());
  }

  @Test
  void a_secret_may_stand_in_a_file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "whsec_abc\n");
    AppConfig config = of("TRAFFICGEN_WEBHOOK_STANDARD_SECRET_FILE", file.toString());
    assertThat(config.payments().standard()).isPresent();
    assertThatThrownBy(() ->
            of(
                "TRAFFICGEN_WEBHOOK_STANDARD_SECRET",
                "whsec_abc",
                "TRAFFICGEN_WEBHOOK_STANDARD_SECRET_FILE",
                file.toString()))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> of("DATABASE_URL_FILE", folder.resolve("absent").toString()))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void every_bad_value_is_named_at_once() {
    InvalidValueException refused =
        catchThrowableOfType(
            InvalidValueException.class,
            () ->
                of(
                    "TRAFFICGEN_PORT", "http",
                    "TRAFFICGEN_BASE_URL", "traffic.example",
                    "TRAFFICGEN_JWT_KEYS", "short:AAAA",
                    "TRAFFICGEN_REGISTRATION", "maybe",
                    "TRAFFICGEN_MINIMUM_PURCHASE", "-1",
                    "TRAFFICGEN_ALLOWED_HOSTS", "http://shop.example/",
                    "TRAFFICGEN_SMTP_URL", "http://user:hush@mail.example",
                    "TRAFFICGEN_CORS_ORIGINS", "*",
                    "TRAFFICGEN_TRUSTED_PROXIES", "10.0.0.0/33",
                    "TRAFFICGEN_ADMIN_PORT", "0",
                    "TRAFFICGEN_LOADS", "0"));
    assertThat(refused.getMessage()).doesNotContain("hush");
    assertThat(refused.problems())
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "TRAFFICGEN_PORT",
            "TRAFFICGEN_BASE_URL",
            "TRAFFICGEN_JWT_KEYS",
            "TRAFFICGEN_REGISTRATION",
            "TRAFFICGEN_MINIMUM_PURCHASE",
            "TRAFFICGEN_ALLOWED_HOSTS",
            "TRAFFICGEN_SMTP_URL",
            "TRAFFICGEN_CORS_ORIGINS",
            "TRAFFICGEN_TRUSTED_PROXIES",
            "TRAFFICGEN_ADMIN_PORT",
            "TRAFFICGEN_LOADS");
  }

  @Test
  void a_name_of_ours_that_means_nothing_is_noticed() {
    assertThat(
            AppConfig.unknown(
                Map.of(
                    "TRAFFICGEN_PROT", "1",
                    "TRAFFICGEN_PORT", "1",
                    "TRAFFICGEN_JWT_KEYS_FILE", "x",
                    "HOME", "/")))
        .containsExactly("TRAFFICGEN_PROT");
  }
}
