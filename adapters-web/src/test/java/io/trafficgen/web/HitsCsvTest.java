package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Browser;
import io.trafficgen.domain.visit.Device;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HitsCsvTest {
  private static final Instant FIRST = Instant.parse("2026-11-22T12:00:00Z");
  private static final GrantId GRANT = new GrantId(new UUID(1, 2));
  private static final String HEADER =
      "ts,id,visit_id,page,url,country,ip,device,browser,status,duration_ms,bytes,"
          + "blocked_requests,charged";

  private TestHouse house;
  private TestClient owner;
  private JsonNode project;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    owner = house.client().signUp("owner@shop.example");
    project = json(owner.post("/api/projects", "{\"name\":\"p\",\"settings\":{}}"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** The hit of one visit, a second after the one before. */
  private Hit hit(int number, String url) {
    return new Hit(
        GRANT.visit(number),
        1,
        new ProjectId(UUID.fromString(project.get("id").textValue())),
        new AccountId(UUID.fromString(project.get("user_id").textValue())),
        URI.create(url),
        Optional.of("DE"),
        Optional.empty(),
        Device.MOBILE,
        Browser.CHROME,
        200,
        Duration.ofMillis(812),
        48_213,
        2,
        FIRST.plusSeconds(number));
  }

  private void store(int hits) {
    house.ports.hits.append(
        IntStream.range(0, hits).mapToObj(n -> hit(n, "https://shop.com/?n=" + n)).toList(),
        List.of());
  }

  private HttpResponse<String> csv(String query) {
    return owner.get("/api/projects/" + project.get("id").textValue() + "/hits.csv" + query);
  }

  @Test
  void hands_out_every_hit_once_newest_first() {
    store(5_000);
    HttpResponse<String> response = csv("");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(response.headers().firstValue("Content-Disposition"))
        .hasValue(
            "attachment; filename=\"trafficgen-hits-" + project.get("id").textValue() + ".csv\"");
    List<String> lines = List.of(response.body().split("\r\n", -1));
    assertThat(lines).hasSize(5_002).first().isEqualTo(HEADER);
    assertThat(lines.get(5_001)).isEmpty();
    assertThat(new HashSet<>(lines)).hasSize(5_002);
    Hit newest = hit(4_999, "https://shop.com/?n=4999");
    assertThat(lines.get(1))
        .isEqualTo(
            "2026-11-22T13:23:19.000Z,%s,%s,1,https://shop.com/?n=4999,DE,,mobile,chrome,200,812,48213,2,false"
                .formatted(newest.id(), newest.visit()));
    assertThat(lines.get(5_000)).contains("?n=0,");
  }

  @Test
  void takes_a_span_of_time() {
    store(10);
    List<String> lines =
        csv("?since=2026-11-22T12:00:03Z&until=2026-11-22T13:00:05.000%2B01:00")
            .body()
            .lines()
            .toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith("2026-11-22T12:00:04.000Z");
    assertThat(lines.get(2)).startsWith("2026-11-22T12:00:03.000Z");
    assertThat(csv("?since=2027-01-01T00:00:00Z").body()).isEqualTo(HEADER + "\r\n");
    JsonNode problem = problem(csv("?since=yesterday"), 400);
    assertThat(problem.get("errors").get(0).get("pointer").textValue()).isEqualTo("/since");
    problem(csv("?until=2026-13-01T00:00:00Z"), 400);
  }

  @Test
  void says_what_was_charged() {
    Hit paid = hit(1, "https://shop.com/");
    house.ports.hits.append(
        List.of(paid, hit(2, "https://shop.com/")),
        List.of(
            new Visit(
                paid.visit(),
                GRANT,
                1,
                paid.project(),
                paid.account(),
                new VisitOutcome.Completed(),
                1,
                FIRST,
                Duration.ofSeconds(3))));
    List<String> lines = csv("").body().lines().toList();
    assertThat(lines.get(1)).endsWith(",false");
    assertThat(lines.get(2)).endsWith(",true");
  }

  @Test
  void quotes_cells_and_lets_no_spreadsheet_run_them() {
    for (String formula : new String[] {"=1+1", "+1", "-1", "@A1", "\tx", "\rx"}) {
      assertThat(CsvTable.cell(formula)).isEqualTo("'" + formula);
    }
    assertThat(CsvTable.cell("a=1")).isEqualTo("a=1");
    house.ports.hits.append(List.of(hit(1, "https://shop.com/?a,b='c'")), List.of());
    assertThat(csv("").body()).contains(",\"https://shop.com/?a,b='c'\",");
  }

  @Test
  void a_table_that_breaks_off_does_not_look_whole() {
    store(5_000);
    house.ports.hits.breakExportAfter(4);
    assertThatThrownBy(() -> csv("")).isInstanceOf(UncheckedIOException.class);
    house.ports.hits.breakExportAfter(0);
    assertThat(csv("").headers().firstValue("Content-Disposition")).isEmpty();
    problem(csv(""), 500);
  }
}
