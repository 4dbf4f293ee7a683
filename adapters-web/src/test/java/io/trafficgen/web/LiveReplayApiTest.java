package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.LiveEvent;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a watcher who comes back, waits or reads slowly gets (engine page, 4.5). */
@Timeout(20)
class LiveReplayApiTest {
  private TestHouse house;
  private TestClient owner;
  private UUID project;
  private String path;

  @BeforeEach
  void open() {
    house = TestHouse.open(TestSurroundings.ample().with(Duration.ofMillis(20)));
    owner = house.client().signUp("owner@shop.example");
    project =
        UUID.fromString(
            json(owner.post("/api/projects", "{\"name\":\"p\",\"settings\":{}}"))
                .get("id")
                .textValue());
    path = "/api/projects/" + project + "/live-stream";
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void publish(String reason) {
    house.feed.publish(
        new LiveEvent.ProjectStopped(
            new AccountId(new UUID(2, 2)), new ProjectId(project), reason));
  }

  private static String id(int sequence) {
    return TestHouse.START.toEpochMilli() + "-" + sequence;
  }

  /** The pointer of a refusal. */
  private String refused(String query, Map<String, String> headers) {
    JsonNode problem = problem(owner.send("GET", path + query, "", headers), 400);
    return problem.get("errors").get(0).get("pointer").textValue();
  }

  @Test
  void a_header_wins_over_a_query() throws Exception {
    for (int i = 1; i <= 4; i++) {
      publish("stop " + i);
    }
    Map<String, String> header = Map.of("Last-Event-ID", id(3));
    try (EventReader reader = EventReader.open(owner, path + "?since=" + id(1), header)) {
      assertThat(reader.line()).isEqualTo("id: " + id(4));
    }
    Map<String, String> blank = Map.of("Last-Event-ID", "");
    try (EventReader reader = EventReader.open(owner, path + "?since=" + id(1), blank)) {
      assertThat(reader.line()).isEqualTo("id: " + id(2));
    }
  }

  @Test
  void an_id_that_no_event_has_is_named_by_where_it_stands() {
    assertThat(refused("?since=yesterday", Map.of())).isEqualTo("/since");
    assertThat(refused("?since=", Map.of())).isEqualTo("/since");
    assertThat(refused("?since=1-1&since=1-2", Map.of())).isEqualTo("/since");
    assertThat(refused("?since=1-1", Map.of("Last-Event-ID", "1"))).isEqualTo("/Last-Event-ID");
  }

  @Test
  void a_heartbeat_is_a_comment_and_comes_again_and_again() throws Exception {
    try (EventReader reader = EventReader.open(owner, path, Map.of())) {
      for (int i = 0; i < 3; i++) {
        assertThat(reader.line()).isEqualTo(": beat");
        assertThat(reader.line()).isEmpty();
      }
      publish("user");
      String line = reader.line();
      while (line.isEmpty() || line.equals(": beat")) {
        line = reader.line();
      }
      assertThat(line).isEqualTo("id: " + id(1));
    }
  }

  /** What was sent and what was dropped make the whole, whatever the reader's pace. */
  @Test
  void who_reads_too_slowly_is_told_how_much_he_missed() throws Exception {
    int published = 20_000;
    String reason = "a".repeat(1_000);
    try (EventReader reader = EventReader.open(owner, path, Map.of())) {
      for (int i = 0; i < published; i++) {
        publish(reason);
      }
      publish("last");
      long seen = 0;
      long dropped = 0;
      String line = reader.line();
      while (!line.contains("\"reason\":\"last\"")) {
        seen += line.contains("\"type\":\"stop\"") ? 1 : 0;
        dropped +=
            line.contains("\"type\":\"lag\"")
                ? Long.parseLong(line.replaceAll(".*\"dropped\":([0-9]+).*", "$1"))
                : 0;
        line = reader.line();
      }
      assertThat(dropped).isPositive();
      assertThat(seen + dropped).isEqualTo(published);
    }
  }
}
