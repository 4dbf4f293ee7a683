package io.trafficgen.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static long count(TestHouse house, String method, String route, String status) {
    return house
        .meters
        .find("trafficgen.http.requests")
        .tags("method", method, "route", route, "status", status)
        .timers()
        .stream()
        .mapToLong(Timer::count)
        .sum();
  }

  @Test
  void counts_requests_by_route_and_status_and_lets_nobody_make_names() {
    TestHouse house = TestHouse.open();
    TestClient owner = house.client().signUp("owner@shop.example");
    owner.get("/api/projects/" + UUID.randomUUID());
    owner.get("/api/projects/" + UUID.randomUUID() + "?x=1");
    owner.get("/health/live");
    house.client().get("/made/up");
    house.client().send("DELETE", "/api/projects", "", Map.of());
    // A request is counted when its answer is on its way: closing waits for that.
    house.close();

    assertThat(count(house, "GET", "/api/projects/{id}", "404")).isEqualTo(2);
    assertThat(count(house, "GET", "/health/live", "200")).isEqualTo(1);
    assertThat(count(house, "none", "none", "404")).isEqualTo(1);
    assertThat(count(house, "none", "none", "405")).isEqualTo(1);
  }

  @Test
  void shows_metrics_on_a_port_of_their_own() {
    try (AdminServer admin = new AdminServer(() -> "up 1\n");
        HttpClient http = HttpClient.newHttpClient()) {
      admin.start(0);
      TestClient client = new TestClient(http, "http://localhost:" + admin.port());
      HttpResponse<String> metrics = client.get("/metrics");
      assertThat(metrics.statusCode()).isEqualTo(200);
      assertThat(metrics.body()).isEqualTo("up 1\n");
      assertThat(metrics.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/plain; version=0.0.4");
      assertThat(client.get("/").statusCode()).isEqualTo(404);
      http.shutdownNow();
    }
    try (TestHouse house = TestHouse.open()) {
      assertThat(house.client().get("/metrics").statusCode()).isEqualTo(404);
    }
  }
}
