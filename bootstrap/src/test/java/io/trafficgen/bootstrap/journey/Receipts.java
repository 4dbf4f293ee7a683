package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.bootstrap.journey.WebsiteOfCases.Line;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What the API tells of projects' visits, to be held against the log of their site. */
final class Receipts {
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final Map<String, List<CSVRecord>> hits;
  private final Map<String, JsonNode> visits = new HashMap<>();

  /**
   * @param projects with less than a hundred visits each
   */
  Receipts(ApiUser owner, List<String> projects) throws IOException {
    List<CSVRecord> rows = new ArrayList<>();
    for (String project : projects) {
      String path = "/api/projects/" + project;
      rows.addAll(
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .get()
              .parse(new StringReader(owner.text(path + "/hits.csv")))
              .getRecords());
      owner
          .get(path + "/visits?limit=100")
          .get("items")
          .forEach(visit -> visits.put(visit.get("visit_id").asText(), visit));
    }
    this.hits =
        rows.stream()
            .sorted(Comparator.comparingInt(row -> Integer.parseInt(row.get("page"))))
            .collect(Collectors.groupingBy(row -> row.get("visit_id")));
  }

  /** No page without a request, no request without its page; each visit in its order. */
  void agreeWith(List<Line> documents) {
    Map<String, List<Line>> log = documents.stream().collect(Collectors.groupingBy(Line::visit));
    assertThat(hits.keySet()).isEqualTo(log.keySet());
    log.forEach((visit, lines) -> agree(visit, hits.get(visit), lines));
    visits.forEach((visit, receipt) ->
        assertThat(log.getOrDefault(visit, List.of())).hasSize(receipt.get("pages").asInt()));
  }

  private void agree(String visit, List<CSVRecord> pages, List<Line> lines) {
    assertThat(pages).as(visit).hasSameSizeAs(lines);
    for (int page = 1; page <= lines.size(); page++) {
      CSVRecord hit = pages.get(page - 1);
      Line line = lines.get(page - 1);
      URI url = URI.create(hit.get("url"));
      assertThat(hit.get("page")).isEqualTo(Integer.toString(page));
      assertThat(url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()))
          .isEqualTo(line.path());
      assertThat(hit.get("status")).isEqualTo(Integer.toString(line.status()));
      Instant loaded = Instant.parse(hit.get("ts"));
      Instant asked = loaded.minusMillis(Long.parseLong(hit.get("duration_ms")));
      assertThat(line.at()).isBetween(asked.minus(TOLERANCE), loaded.plus(TOLERANCE));
      assertThat(hit.get("charged"))
          .isEqualTo(visits.get(visit).get("charged").asText())
          .isEqualTo(
              Boolean.toString(visits.get(visit).get("outcome").asText().equals("completed")));
    }
  }
}
