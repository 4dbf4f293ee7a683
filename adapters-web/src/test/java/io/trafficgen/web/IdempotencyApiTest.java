package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** POSTs that are sent again (security page, 5.1). */
class IdempotencyApiTest {
  private static final String KEY = "8e03978e-40d5-43e8-bc93-6894a57f9324";
  private static final String BODY = "{\"amount\":\"500.00\"}";
  private static final String TOP_UPS = "/api/billing/topups";
  private TestHouse house;
  private TestClient owner;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    owner = house.client().signUp("owner@shop.example");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static HttpResponse<String> post(
      TestClient client, String path, String body, String key) {
    return client.send(
        "POST", path, body, Map.of("Content-Type", "application/json", "Idempotency-Key", key));
  }

  private static boolean isReplayed(HttpResponse<String> response) {
    return response.headers().firstValue("Idempotency-Replayed").isPresent();
  }

  @Test
  void gives_the_same_answer_again() {
    HttpResponse<String> first = post(owner, TOP_UPS, BODY, KEY);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(isReplayed(first)).isFalse();
    house.now.set(TestHouse.START.plus(Duration.ofMinutes(10)));
    HttpResponse<String> again = post(owner, TOP_UPS, BODY, KEY);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Content-Type"))
        .isEqualTo(first.headers().firstValue("Content-Type"));
    assertThat(isReplayed(again)).isTrue();
  }

  @Test
  void gives_the_same_refusal_again() {
    String tooLittle = "{\"amount\":\"0.01\"}";
    problem(post(owner, TOP_UPS, tooLittle, KEY), 422);
    HttpResponse<String> again = post(owner, TOP_UPS, tooLittle, KEY);
    problem(again, 422);
    assertThat(isReplayed(again)).isTrue();
  }

  @Test
  void refuses_a_key_for_another_body_or_query() {
    post(owner, TOP_UPS, BODY, KEY);
    problem(post(owner, TOP_UPS, "{\"amount\":\"501.00\"}", KEY), 422);
    problem(post(owner, TOP_UPS + "?x=1", BODY, KEY), 422);
  }

  @Test
  void keeps_paths_and_accounts_apart_and_aliases_together() {
    post(owner, TOP_UPS, BODY, KEY);
    String draft = "{\"name\":\"p\",\"settings\":{}}";
    HttpResponse<String> project = post(owner, "/api/projects", draft, KEY);
    assertThat(project.statusCode()).isEqualTo(201);
    assertThat(post(owner, "/projects", draft, KEY).body()).isEqualTo(project.body());
    assertThat(json(owner.get("/api/projects")).get("items")).hasSize(1);
    HttpResponse<String> others =
        post(house.client().signUp("other@shop.example"), TOP_UPS, BODY, KEY);
    assertThat(others.statusCode()).isEqualTo(201);
    assertThat(isReplayed(others)).isFalse();
  }

  @Test
  void forgets_after_a_day() {
    HttpResponse<String> first = post(owner, TOP_UPS, BODY, KEY);
    house.now.set(TestHouse.START.plus(Duration.ofHours(24)));
    TestClient later = owner.withToken(owner.freshToken("owner@shop.example"));
    assertThat(post(later, TOP_UPS, BODY, KEY).body()).isEqualTo(first.body());
    house.now.set(TestHouse.START.plus(Duration.ofHours(24)).plusMillis(1));
    assertThat(post(later, TOP_UPS, BODY, KEY).body()).isNotEqualTo(first.body());
  }

  @Test
  void does_not_keep_a_failure_of_the_server() {
    house.trial.failure.set(Optional.of(new IllegalStateException("broken")));
    problem(post(owner, "/test/failure", "", KEY), 500);
    house.trial.failure.set(Optional.of(new IllegalMonitorStateException("away")));
    problem(post(owner, "/test/failure", "", KEY), 503);
    house.trial.failure.set(Optional.empty());
    HttpResponse<String> good = post(owner, "/test/failure", "", KEY);
    assertThat(good.statusCode()).isEqualTo(200);
    assertThat(isReplayed(good)).isFalse();
  }

  @Test
  void says_that_a_request_is_under_way() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<HttpResponse<String>> slow = threads.submit(() -> post(owner, "/test/slow", "", KEY));
      house.trial.slowBegan.await();
      problem(post(owner, "/test/slow", "", KEY), 409);
      house.trial.slowMayEnd.countDown();
      assertThat(slow.get().statusCode()).isEqualTo(200);
      assertThat(isReplayed(post(owner, "/test/slow", "", KEY))).isTrue();
    }
  }

  @Test
  void executes_once_whatever_eight_clients_send_together() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<HttpResponse<String>>> answers =
          IntStream.range(0, 40)
              .mapToObj(i ->
                  threads.submit(
                      () -> post(owner, "/api/projects", "{\"name\":\"p\",\"settings\":{}}", KEY)))
              .toList();
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).isIn(201, 409);
      }
    }
    assertThat(json(owner.get("/api/projects")).get("items")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\tb"})
  void refuses_keys_that_are_none(String key) {
    problem(post(owner, TOP_UPS, BODY, key), 400);
  }

  @Test
  void bounds_keys_and_bodies() {
    assertThat(post(owner, TOP_UPS, BODY, "k".repeat(255)).statusCode()).isEqualTo(201);
    problem(post(owner, TOP_UPS, BODY, "k".repeat(256)), 400);
    problem(post(owner, TOP_UPS, "\"" + "a".repeat(70_000) + "\"", KEY + "1"), 413);
    problem(post(owner, TOP_UPS, "\"" + "a".repeat(1_100_000) + "\"", KEY + "2"), 413);
    problem(post(house.client(), TOP_UPS, BODY, KEY), 401);
  }

  @Test
  void stores_no_answer_that_holds_a_secret() {
    String project =
        json(post(owner, "/api/projects", "{\"name\":\"p\",\"settings\":{}}", KEY))
            .get("id")
            .textValue();
    String wish = "{\"stream\":\"project\",\"project_id\":\"%s\"}".formatted(project);
    assertThat(post(owner, "/api/live-tickets", wish, KEY).body())
        .isNotEqualTo(post(owner, "/api/live-tickets", wish, KEY).body());
  }
}
