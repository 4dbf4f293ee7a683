package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Browser;
import io.trafficgen.domain.visit.Device;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.LiveEvent;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitId;
import io.trafficgen.domain.visit.VisitOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveApiTest {
  private TestHouse house;
  private TestClient owner;
  private UUID project;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    owner = house.client().signUp("owner@shop.example");
    project =
        UUID.fromString(
            json(owner.post("/api/projects", "{\"name\":\"p\",\"settings\":{}}"))
                .get("id")
                .textValue());
  }

  @AfterEach
  void close() {
    house.close();
  }

  private BufferedReader watch(TestClient client, String path, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        client.http().send(client.request(path, headers).build(), BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("text/event-stream;charset=utf-8");
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    assertThat(lines.readLine()).isEqualTo(": open");
    assertThat(lines.readLine()).isEmpty();
    return lines;
  }

  private Hit hit(int page) {
    return hit(page, "http://shop.example/");
  }

  private Hit hit(int page, String url) {
    return new Hit(
        new VisitId(new UUID(1, 1)),
        page,
        new ProjectId(project),
        new AccountId(new UUID(2, 2)),
        URI.create(url),
        Optional.empty(),
        Optional.empty(),
        Device.DESKTOP,
        Browser.CHROME,
        200,
        Duration.ofMillis(42),
        1000,
        3,
        TestHouse.START);
  }

  @Test
  void shows_hits_visits_and_stops_in_the_forms_of_the_product_page() throws Exception {
    BufferedReader lines = watch(owner, "/api/projects/" + project + "/live-stream", Map.of());
    house.feed.publish(new LiveEvent.PageHit(hit(1)));
    house.feed.publish(
        new LiveEvent.VisitEnded(
            new Visit(
                new VisitId(new UUID(1, 1)),
                new GrantId(new UUID(3, 3)),
                1,
                new ProjectId(project),
                new AccountId(new UUID(2, 2)),
                new VisitOutcome.Failed(FailureReason.RETRY_AFTER),
                1,
                TestHouse.START,
                Duration.ofSeconds(2)),
            false));
    assertThat(lines.readLine()).isEqualTo("id: " + TestHouse.START.toEpochMilli() + "-1");
    assertThat(lines.readLine())
        .isEqualTo(
            ("data: {\"type\":\"hit\",\"project_id\":\"%s\",\"url\":\"http://shop.example/\","
                 + "\"country\":null,\"ip\":null,\"id\":\"%s\",\"ts\":\"2026-11-22T18:30:00.123Z\","
                 + "\"visit_id\":\"%s\",\"page\":1,\"device\":\"desktop\",\"browser\":\"chrome\","
                 + "\"status\":200,\"duration_ms\":42,\"bytes\":1000,\"blocked_requests\":3}")
                .formatted(project, hit(1).id(), new UUID(1, 1)));
    assertThat(lines.readLine()).isEmpty();
    assertThat(lines.readLine()).startsWith("id: ");
    assertThat(lines.readLine())
        .startsWith(
            ("data: {\"type\":\"visit\",\"project_id\":\"%s\",\"visit_id\":\"%s\","
                    + "\"outcome\":\"failed\",\"reason\":\"retry-after\",\"pages\":1,"
                    + "\"duration_ms\":2000,\"charged\":false")
                .formatted(project, new UUID(1, 1)));
  }

  @Test
  void replays_what_came_after_the_last_event_seen() throws Exception {
    for (int page = 1; page <= 3; page++) {
      house.feed.publish(new LiveEvent.PageHit(hit(page)));
    }
    String first = TestHouse.START.toEpochMilli() + "-1";
    String path = "/projects/" + project + "/live-stream";
    BufferedReader byHeader = watch(owner, path, Map.of("Last-Event-ID", first));
    assertThat(byHeader.readLine()).endsWith("-2");
    BufferedReader byQuery = watch(owner, path + "?since=" + first, Map.of());
    assertThat(byQuery.readLine()).endsWith("-2");
    problem(owner.get(path + "?since=yesterday"), 400);
  }

  @Test
  void shows_an_admin_everything_and_says_goodbye() throws Exception {
    owner.post("/api/users/me/claim-admin", "{\"secret\":\"%s\"}".formatted(house.adminSecret));
    BufferedReader lines = watch(owner, "/api/admin/live-stream", Map.of());
    house.feed.publish(new LiveEvent.PageHit(hit(1)));
    assertThat(lines.readLine()).startsWith("id: ");
    assertThat(lines.readLine()).startsWith("data: {\"type\":\"hit\"");
    assertThat(lines.readLine()).isEmpty();
    house.server.close();
    assertThat(lines.readLine())
        .isEqualTo("data: {\"type\":\"stop\",\"project_id\":null,\"reason\":\"draining\"}");
    assertThat(lines.readLine()).isEmpty();
    assertThat(lines.readLine()).isNull();
  }

  private void publish(int first, int last, String url) {
    for (int page = first; page <= last; page++) {
      house.feed.publish(new LiveEvent.PageHit(hit(page, url)));
    }
  }

  /** Twenty megabytes are more than the sockets between them hold. */
  @Test
  void lets_a_reader_who_does_not_read_slow_neither_others_nor_the_end() throws Exception {
    String path = "/api/projects/" + project + "/live-stream";
    HttpResponse<InputStream> stuck =
        owner.http().send(owner.request(path, Map.of()).build(), BodyHandlers.ofInputStream());
    assertThat(stuck.statusCode()).isEqualTo(200);
    BufferedReader lines = watch(owner, path, Map.of());
    String url = "http://shop.example/" + "a".repeat(2_000);
    for (int page = 1; page <= 10_000; page++) {
      if (page % 500 == 1) {
        publish(page, page + 499, url);
      }
      assertThat(lines.readLine()).endsWith("-" + page);
      assertThat(lines.readLine()).contains("\"page\":" + page + ",");
      assertThat(lines.readLine()).isEmpty();
    }
    house.server.close();
    assertThat(lines.readLine()).contains("draining");
  }
}
