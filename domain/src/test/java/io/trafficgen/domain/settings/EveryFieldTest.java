package io.trafficgen.domain.settings;

import static io.trafficgen.domain.settings.SettingsText.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trafficgen.domain.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each field of the product page, 1.3: its default, a value that is taken, one that is refused. */
class EveryFieldTest {
  /** Field | in force when absent | taken | in force then | refused | pointer to the problem. */
  private static final List<FieldRow> ROWS =
      FieldRow.rows(
          """
          trafficSpeed | 100 | '50' | 50 | 101 |
          bounceRate | 0 | 4e1 | 40 | -1 |
          returnRate | 0 | 100 | 100 | 100.5 |
          deviceSplit | 70 | 0 | 0 | true |
          deviceSpecific | [windows, macos, linux, iphone, android] | 'Mobile, iPhone' | [iphone] | 'Toaster' |
          tabletSplit | 0 | 20 | 20 | 'x' |
          browser | random | 'Firefox' | firefox | 'Opera' |
          timeOnPage | 30 seconds | '3 minutes' | 180 seconds | '3 parsecs' |
          timezone | UTC | 'GMT+5:30' | +05:30 | 'Mars' |
          language | en | 'German' | de | 7 |
          languages | en | ['fr','German'] | fr,de;q=0.9 | ['?'] | /0
          innerUrls | [] | 'https://a.example/x' | [https://a.example/x] | 'ftp://a.example/' |
          exitUrls | [] | 'https://a.example/z' | [https://a.example/z] | [] |
          innerUrlCount | 0 | 2.0 | 2 | 11 |
          urlVisitOrder | sequential | 'random' | random | 'backwards' |
          autoCrawlEntry | false | true | true | 1 |
          autoCrawlInner | false | 'true' | true | 'yes' |
          autoCrawlExit | false | true | true | [] |
          sitemap | false | 'https://a.example/s.xml' | https://a.example/s.xml | 's.xml' |
          websiteCrawler | false | true | true | {} |
          geoTargets | [] | [{'cc':'DE','w':2}] | [{country=DE, percent=100}] | [{'cc':'DE'}] | /0/w
          countries | [] | ['US'] | [{country=US, percent=100}] | ['Atlantis'] | /0
          proxyMode | auto | 'Sticky' | sticky | 'tor' |
          customProxies | [] | ['de-1'] | none | 1 |
          utmSource | none | 'mail' | mail | '{{tme}}' |
          utmMedium | none | '{{device_type}}' | {{device_type}} | 1 |
          utmCampaign | none | 'c {{timestamp}}' | c {{timestamp}} | [] |
          utmTerm | none | '{{random_keyword}}' | {{random_keyword}} | '{{}}' |
          utmContent | none | '{x}' | {x} | false |
          scheduleMode | continuous | 'continuous' | continuous | 'bursts' |
          scheduleTrafficAmount | none | 0 | none | -1 |
          scheduleTime | none | '09:30' | none | '9:30' |
          scheduleDuration | none | '90' | none | 1441 |
          scheduleStart | none | '2027-01-31' | 2027-01-31T00:00:00Z | '31.1.2027' |
          scheduleEnd | none | '2027-01-31' | 2027-02-01T00:00:00Z | '2027-02-30' |
          schedulePattern | even | 'realistic' | realistic | 'poisson' |
          nightDayVolume | false | true | true | 'on' |
          randomizeDailyVolume | false | true | true | 0 |
          cacheWebsite | false | true | true | 'x' |
          minimizeCpu | false | true | true | 2 |
          randomizeSession | false | true | true | {} |
          clickInternal | 0 | 3 | 3 | 'many' |
          autoRenew | false | true | true | 'si' |
          qa.schemaVersion | 1 | 1 | 1 | 2 |
          qa.arrival | even | 'poisson' | poisson | 'never' |
          qa.hourlyCurve | none | [1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0] | [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] | [1] |
          qa.activeDays | [1, 2, 3, 4, 5, 6, 7] | [5,1] | [1, 5] | [8] | /0
          qa.rampMinutes | 10 | 0 | 0 | 1441 |
          qa.maxVisitsPerMinute | none | 12 | 12 | 0 |
          qa.maxConcurrent | 5 | 50 | 50 | 51 |
          qa.pagesPerVisit | none | {'min':2,'max':4} | {min=2, max=4} | {'min':4,'max':2} |
          qa.dwellJitterPercent | 20 | 0 | 0 | 101 |
          qa.ifGeoUnavailable | skip | 'any' | any | 'wait' |
          qa.respectRobots | discovered | 'all' | all | 'none' |
          qa.blockThirdParty | ads+analytics | 'ads' | ads | 'nothing' |
          qa.success.maxStatus | 399 | 299 | 299 | 99 |
          qa.success.maxMillis | 30000 | 500 | 500 | 0 |
          qa.success.mustContain | none | 'Basket' | Basket | 5 |
          qa.stopOn.errorRatePercent | 20 | 0 | 0 | 101 |
          qa.stopOn.p95Millis | none | 900 | 900 | 0 |
          qa.stopOn.windowVisits | 50 | 1 | 1 | 0 |
          qa.stopOn.onRetryAfter | pause | 'stop' | stop | 'retry' |
          qa.notify.url | none | 'https://a.example/h' | https://a.example/h | 'mailto:x@a.example' |
          qa.notify.events | none | ['stopped'] | none | ['born'] | /0
          qa.labels | [] | ['cdn'] | [cdn] | 'cdn' |
          """);

  /** These are looked at where they help, and never refused; only {@code entryUrls} is required. */
  private static final List<String> NOT_IN_ROWS = List.of("entryUrls", "keywords", "referralUrls");

  @Test
  void has_a_row_for_every_field_that_is_read() {
    assertThat(ROWS).extracting(FieldRow::field).doesNotHaveDuplicates();
    assertThat(Stream.concat(ROWS.stream().map(FieldRow::field), NOT_IN_ROWS.stream()))
        .containsExactlyInAnyOrderElementsOf(FieldNames.asked());
  }

  @TestFactory
  Stream<DynamicTest> has_a_default() {
    return tests(row ->
        assertThat(row.shown(SettingsText.document(""))).as(row.field()).isEqualTo(row.absent()));
  }

  @TestFactory
  Stream<DynamicTest> takes_null_and_blank_as_absent() {
    return tests(row -> {
      assertThat(row.shown(only(row.field(), "null"))).isEqualTo(row.absent());
      assertThat(row.shown(only(row.field(), "' '"))).isEqualTo(row.absent());
    });
  }

  @TestFactory
  Stream<DynamicTest> takes_a_value() {
    return tests(
        row -> assertThat(row.shown(only(row.field(), row.taken()))).isEqualTo(row.inForce()));
  }

  @TestFactory
  Stream<DynamicTest> refuses_with_pointer_reason_and_example() {
    return tests(row -> {
      List<Problem> problems = SettingsText.problems(only(row.field(), row.refused()));
      assertThat(problems).extracting(Problem::pointer).containsExactly(row.pointer());
      assertThat(problems.getFirst().reason()).isNotBlank();
      assertThat(problems.getFirst().example()).isNotBlank();
    });
  }

  private static Stream<DynamicTest> tests(Consumer<FieldRow> test) {
    return ROWS.stream().map(row -> dynamicTest(row.field(), () -> test.accept(row)));
  }

  /** One line of the table. */
  private record FieldRow(
      String field, String absent, String taken, String inForce, String refused, String pointer) {
    static List<FieldRow> rows(String table) {
      return table
          .lines()
          .map(line -> line.split(" \\| ?", -1))
          .map(cells ->
              new FieldRow(
                  cells[0],
                  cells[1],
                  cells[2],
                  cells[3],
                  cells[4],
                  "/" + cells[0].replace('.', '/') + cells[5]))
          .toList();
    }

    String shown(SettingsDocument document) {
      return EffectivePlan.of(document, 1000).fields().stream()
          .filter(one -> one.field().equals(field))
          .map(EffectiveField::value)
          .flatMap(Optional::stream)
          .map(Object::toString)
          .findFirst()
          .orElse("none");
    }
  }
}
