package io.trafficgen.bootstrap;

import static io.trafficgen.application.Fixtures.NOW;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.application.port.PaymentProvider;
import io.trafficgen.application.port.SignatureOutcome.Genuine;
import io.trafficgen.application.port.WebhookEvent;
import io.trafficgen.bootstrap.demo.StubEvent;
import io.trafficgen.bootstrap.demo.StubRevolut;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.WebhookRequest;
import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.engine.ApacheGuardedHttp;
import io.trafficgen.engine.BotIdentity;
import io.trafficgen.engine.NameResolver;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Our side of Revolut, and a server that speaks its JSON, on this machine. */
class RevolutScene {
  static final String SECRET = "wsk_1";
  static final String KEY = "sk_1";

  final List<StubEvent> told = new ArrayList<>();
  final ScheduledExecutorService timers = Executors.newScheduledThreadPool(1);
  StubRevolut revolut;

  @BeforeEach
  void open() throws IOException {
    revolut = StubRevolut.start(0, KEY, told::add);
  }

  @AfterEach
  void close() {
    revolut.close();
    timers.shutdownNow();
  }

  PaymentSettings settings(String key) {
    URI api = revolut.address();
    return new PaymentSettings(
        Optional.empty(),
        Optional.of(new PaymentSettings.Revolut(SECRET, api, key)),
        Optional.empty());
  }

  ApacheGuardedHttp http(String allowed) {
    return new ApacheGuardedHttp(
        EgressPolicy.allowing(AllowedHosts.parse(allowed)),
        NameResolver.system(),
        new BotIdentity("1", URI.create("https://traffic.example")),
        timers);
  }

  ApacheGuardedHttp http() {
    return http(revolut.address().getAuthority());
  }

  PaymentProvider provider(String key, ApacheGuardedHttp http) {
    return settings(key).providers(http).getFirst();
  }

  /** Delivers the last event, and asks for its truth. */
  PaymentNotice delivered() {
    PaymentProvider provider = provider(KEY, http());
    StubEvent event = told.getLast();
    Map<String, List<String>> headers = new HashMap<>();
    event
        .headers(SECRET, NOW)
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
    byte[] body = event.body().getBytes(StandardCharsets.UTF_8);
    Genuine genuine = (Genuine) provider.verify(new WebhookRequest(headers, body), NOW);
    return provider.truth(stored(genuine.dedupeKey(), body));
  }

  static WebhookEvent stored(String key, byte[] body) {
    return new WebhookEvent(Fixtures.uuid(), "revolut", key, body, NOW);
  }

  TopUp ordered(String amount) {
    TopUp topUp = Fixtures.topUp(amount);
    return topUp.payableAt(settings(KEY).orders(http()).orElseThrow().checkout(topUp));
  }

  static UUID orderOf(TopUp topUp) {
    String page = topUp.checkout().orElseThrow().getPath();
    return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
  }

  static PaymentHints hintsOf(TopUp topUp) {
    return new PaymentHints(
        Optional.of(topUp.id()),
        Optional.of(topUp.reference().value()),
        Optional.of(topUp.account().value()),
        Optional.empty());
  }
}
