package io.trafficgen.bootstrap;

import io.trafficgen.application.account.Registration;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.billing.PurchaseLimits;
import io.trafficgen.domain.exit.ExitList;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.engine.signature.SigningKey;
import io.trafficgen.web.mail.SmtpAddress;
import io.trafficgen.web.security.CorsOrigins;
import io.trafficgen.web.security.TrustedProxies;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Everything that an operator can set (product page, 1.8). Empty values count as absent.
 *
 * @param databaseUrl absent for the embedded server
 * @param jwtKeys absent for a key made at first start
 * @param signUpUrl where affiliates' links lead; absent = the console
 * @param adminPort absent = none
 * @param payUrl template with {@code {reference}} and {@code {amount}}
 * @param smtp absent = mails go to the log
 * @param signingKey absent = requests are not signed
 * @param retention how long hits and receipts are kept
 * @param loads pages at once; absent = as the machine bears
 */
record AppConfig(
    int port,
    URI baseUrl,
    Path data,
    Optional<String> databaseUrl,
    Optional<SigningKeys> jwtKeys,
    Registration registration,
    Optional<URI> signUpUrl,
    PaymentSettings payments,
    Optional<String> payUrl,
    PurchaseLimits purchaseLimits,
    AllowedHosts allowedHosts,
    Optional<SmtpAddress> smtp,
    CorsOrigins corsOrigins,
    TrustedProxies trustedProxies,
    OptionalInt adminPort,
    ExitList exits,
    Optional<SigningKey> signingKey,
    Duration retention,
    OptionalInt loads) {
  /**
   * Reads the environment.
   *
   * @param data folder to use unless another is named
   * @throws InvalidValueException with every unusable value at once; its pointers are variables
   */
  static AppConfig of(Map<String, String> environment, Path data) {
    Variables variables = new Variables(environment);
    int port = variables.read("TRAFFICGEN_PORT", 8080, AppConfig::port, "8080");
    PurchaseLimits standard = PurchaseLimits.standard();
    Money minimum =
        variables.read("TRAFFICGEN_MINIMUM_PURCHASE", standard.minimum(), Money::parse, "10.00");
    Money maximum =
        variables.read(
            "TRAFFICGEN_MAXIMUM_PURCHASE", standard.maximum(), Money::parse, "1000000.00");
    if (maximum.compareTo(minimum) < 0) {
      variables.refuse("TRAFFICGEN_MAXIMUM_PURCHASE", "lies below the minimum", "1000000.00");
      maximum = minimum;
    }
    AppConfig config =
        new AppConfig(
            port,
            variables.read(
                "TRAFFICGEN_BASE_URL",
                URI.create("http://localhost:" + port),
                AppConfig::webAddress,
                "https://traffic.example"),
            variables.read("TRAFFICGEN_DATA", data, Path::of, "/var/lib/trafficgen"),
            variables.secret("DATABASE_URL", Function.identity()),
            variables.secret("TRAFFICGEN_JWT_KEYS", SigningKeys::parse),
            variables.read(
                "TRAFFICGEN_REGISTRATION",
                Registration.OPEN,
                Registration::parse,
                "open, invite or closed"),
            variables.read(
                "TRAFFICGEN_SIGNUP_URL",
                Optional.empty(),
                text -> Optional.of(page(text)),
                "https://shop.example/join"),
            PaymentSettings.of(variables),
            variables.text("TRAFFICGEN_PAY_URL"),
            new PurchaseLimits(minimum, maximum),
            variables.read(
                "TRAFFICGEN_ALLOWED_HOSTS",
                AllowedHosts.none(),
                AllowedHosts::parse,
                "localhost:8081,intranet.example"),
            variables.secret("TRAFFICGEN_SMTP_URL", SmtpAddress::parse),
            variables.read(
                "TRAFFICGEN_CORS_ORIGINS",
                CorsOrigins.none(),
                CorsOrigins::parse,
                "https://app.shop.example"),
            variables.read(
                "TRAFFICGEN_TRUSTED_PROXIES",
                TrustedProxies.none(),
                TrustedProxies::parse,
                "10.0.0.0/8,::1"),
            variables.read(
                "TRAFFICGEN_ADMIN_PORT",
                OptionalInt.empty(),
                text -> OptionalInt.of(port(text)),
                "9090"),
            variables
                .file("TRAFFICGEN_EXITS", ExitList::parse, "/etc/trafficgen/exits.json")
                .orElse(ExitList.standard()),
            variables.file(
                "TRAFFICGEN_SIGNING_KEY",
                pem -> SigningKey.parse(new String(pem, StandardCharsets.UTF_8)),
                "/etc/trafficgen/signing-key.pem"),
            variables.read("TRAFFICGEN_RETENTION_DAYS", Duration.ofDays(30), AppConfig::days, "30"),
            variables.read(
                "TRAFFICGEN_LOADS",
                OptionalInt.empty(),
                text -> OptionalInt.of(loads(text)),
                "32"));
    variables.finish();
    return config;
  }

  /** Names that start with ours but mean nothing: most likely typos. */
  static List<String> unknown(Map<String, String> environment) {
    return Variables.unknown(environment);
  }

  /** Whether everybody who reaches {@link #baseUrl} sits on this machine. */
  boolean isLocal() {
    return isLocal(baseUrl);
  }

  static boolean isLocal(URI address) {
    return List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
  }

  /** Where affiliates' links lead. */
  URI signUpPage() {
    return signUpUrl.orElseGet(() -> URI.create(baseUrl + "/#sign-up"));
  }

  private static int port(String text) {
    int port = Integer.parseInt(text);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port is a number from 1 to 65535");
    }
    return port;
  }

  private static Duration days(String text) {
    int days = Integer.parseInt(text);
    if (days < 1 || days > 3_650) {
      throw new IllegalArgumentException("it is a number of days from 1 to 3650");
    }
    return Duration.ofDays(days);
  }

  private static int loads(String text) {
    int loads = Integer.parseInt(text);
    if (loads < 1 || loads > 10_000) {
      throw new IllegalArgumentException("page loads at once, from 1 to 10000");
    }
    return loads;
  }

  static URI webAddress(String text) {
    URI uri = page(text.replaceAll("/+$", ""));
    if (!uri.getRawPath().isEmpty()) {
      throw new IllegalArgumentException("an address is http or https, host and port");
    }
    return uri;
  }

  private static URI page(String text) {
    URI uri = URI.create(text);
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null) {
      throw new IllegalArgumentException("a page has http or https and a host");
    }
    return uri;
  }
}
