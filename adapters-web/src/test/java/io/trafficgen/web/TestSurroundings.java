package io.trafficgen.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.trafficgen.application.account.IdentifyCaller;
import io.trafficgen.application.account.IdentifyKeyHolder;
import io.trafficgen.application.account.Registration;
import io.trafficgen.application.fake.InMemoryIdempotencyKeys;
import io.trafficgen.application.operations.AnswerOnce;
import io.trafficgen.web.security.CorsOrigins;
import io.trafficgen.web.security.RateLimits;
import io.trafficgen.web.security.RequestLimits;
import io.trafficgen.web.security.SessionTokens;
import io.trafficgen.web.security.TrustedProxies;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** What of the edge a test may choose. */
record TestSurroundings(
    RequestLimits limits,
    TrustedProxies proxies,
    CorsOrigins origins,
    String baseUrl,
    Duration heartbeat,
    Registration registration,
    boolean strictAdmins) {
  /** Limits that no test meets by accident. */
  static TestSurroundings ample() {
    return new TestSurroundings(
        new RequestLimits(100_000, 100_000, 100_000, 100_000, 100_000),
        TrustedProxies.none(),
        CorsOrigins.none(),
        TestHouse.BASE_URL,
        Duration.ofSeconds(15),
        Registration.OPEN,
        false);
  }

  TestSurroundings with(RequestLimits other) {
    return new TestSurroundings(
        other, proxies, origins, baseUrl, heartbeat, registration, strictAdmins);
  }

  TestSurroundings with(TrustedProxies other) {
    return new TestSurroundings(
        limits, other, origins, baseUrl, heartbeat, registration, strictAdmins);
  }

  TestSurroundings with(CorsOrigins other) {
    return new TestSurroundings(
        limits, proxies, other, baseUrl, heartbeat, registration, strictAdmins);
  }

  TestSurroundings with(Duration other) {
    return new TestSurroundings(
        limits, proxies, origins, baseUrl, other, registration, strictAdmins);
  }

  TestSurroundings at(String other) {
    return new TestSurroundings(
        limits, proxies, origins, other, heartbeat, registration, strictAdmins);
  }

  TestSurroundings with(Registration other) {
    return new TestSurroundings(limits, proxies, origins, baseUrl, heartbeat, other, strictAdmins);
  }

  /** Admins without a second factor are turned away. */
  TestSurroundings strict() {
    return new TestSurroundings(limits, proxies, origins, baseUrl, heartbeat, registration, true);
  }

  Access access(SessionTokens tokens, IdentifyCaller identify, IdentifyKeyHolder identifyKey) {
    return new Access(
        tokens,
        identify,
        identifyKey,
        new BrowserSessions(tokens, URI.create(baseUrl)),
        strictAdmins);
  }

  Edge edge(Access access, InstantSource clock, MeterRegistry meters) {
    return new Edge(
        access,
        new AnswerOnce(new InMemoryIdempotencyKeys(), clock),
        new RateLimits(limits, clock),
        proxies,
        origins,
        baseUrl.startsWith("https:"),
        meters);
  }
}
