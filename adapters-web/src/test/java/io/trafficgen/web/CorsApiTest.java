package io.trafficgen.web;

import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.web.security.CorsOrigins;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages of other origins (WHATWG Fetch, 3.2). */
class CorsApiTest {
  private static final String LISTED = "https://app.shop.example";
  private static TestHouse house;
  private static TestClient stranger;

  @BeforeAll
  static void open() {
    house =
        TestHouse.open(
            TestSurroundings.ample().with(CorsOrigins.parse(LISTED + ",http://localhost:3000")));
    stranger = house.client();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static HttpResponse<String> preflight(String path, String origin) {
    return stranger.send(
        "OPTIONS",
        path,
        "",
        Map.of(
            "Origin", origin,
            "Access-Control-Request-Method", "PUT",
            "Access-Control-Request-Headers", "authorization"));
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void tells_a_listed_page_what_it_may_send() {
    HttpResponse<String> answer =
        preflight("/api/projects/00000000-0000-0000-0000-000000000000/settings", LISTED);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(LISTED);
    assertThat(header(answer, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS, PUT");
    assertThat(header(answer, "Access-Control-Allow-Headers").split(", "))
        .containsExactlyInAnyOrder(
            "Authorization",
            "Content-Type",
            "If-Match",
            "Idempotency-Key",
            "X-API-Key",
            "Last-Event-ID");
    assertThat(header(answer, "Access-Control-Max-Age")).isEqualTo("7200");
    assertThat(header(answer, "Vary")).isEqualTo("Origin");
  }

  @Test
  void shows_answers_and_refusals_to_a_listed_page() {
    for (String path : new String[] {"/api/billing/quote?amount=5", "/api/users/me", "/nowhere"}) {
      HttpResponse<String> answer =
          stranger.send("GET", path, "", Map.of("Origin", "http://localhost:3000"));
      assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
      assertThat(header(answer, "Access-Control-Expose-Headers"))
          .contains("ETag", "Retry-After", "RateLimit", "RateLimit-Policy", "Location");
    }
  }

  @Test
  void tells_other_pages_nothing() {
    for (String origin :
        new String[] {
          "https://evil.example",
          "null",
          LISTED + ".evil.example",
          "http://app.shop.example",
          LISTED + ":8443"
        }) {
      HttpResponse<String> asked = preflight("/api/projects", origin);
      assertThat(asked.statusCode()).isEqualTo(204);
      HttpResponse<String> got =
          stranger.send("GET", "/api/billing/quote?amount=5", "", Map.of("Origin", origin));
      assertThat(got.statusCode()).isEqualTo(200);
      assertThat(asked.headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
      assertThat(got.headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }
  }

  @Test
  void never_allows_credentials() {
    HttpResponse<String> answer = preflight("/api/projects", LISTED);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void answers_options_with_the_methods_of_the_path() {
    HttpResponse<String> options = stranger.send("OPTIONS", "/projects", "", Map.of());
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(header(options, "Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(options.headers().firstValue("Access-Control-Allow-Methods")).isEmpty();
    problem(stranger.send("OPTIONS", "/nowhere", "", Map.of()), 404);
  }
}
