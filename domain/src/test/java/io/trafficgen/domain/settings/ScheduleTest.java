package io.trafficgen.domain.settings;

import static io.trafficgen.domain.settings.SettingsText.document;
import static io.trafficgen.domain.settings.SettingsText.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  @Test
  void reads_a_burst() {
    String burst = ",'scheduleMode':'burst','scheduleTrafficAmount':500,'scheduleTime':'23:30'";
    assertThat(settings(burst + ",'scheduleDuration':'90'").pacing().burst())
        .contains(new Burst(500, LocalTime.of(23, 30), Duration.ofMinutes(90)));
    assertThat(settings(burst).pacing().burst().orElseThrow().over())
        .isEqualTo(Duration.ofHours(1));
    assertThat(settings(burst.replace("burst", "continuous")).pacing().burst()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'scheduleMode':'burst' | /scheduleTrafficAmount is required, /scheduleTime is required",
        "'scheduleMode':'burst','scheduleTime':'10:00','scheduleTrafficAmount':0 |"
            + " /scheduleTrafficAmount must be a whole number from 1 to 1000000",
        "'scheduleMode':'burst','scheduleTime':'10:00','scheduleTrafficAmount':1,'scheduleDuration':0"
            + " | /scheduleDuration must be a whole number from 1 to 1440",
        "'scheduleTime':'25:00','scheduleTrafficAmount':-1 | /scheduleTrafficAmount must be a whole"
            + " number from 0 to 1000000, /scheduleTime must be a time of day as HH:mm",
        "'scheduleStart':'2027-02-01','scheduleEnd':'2027-01-31' | /scheduleEnd is not after"
            + " scheduleStart",
        "'scheduleStart':'2027-02-01','scheduleEnd':'2027-02-01T00:00' | /scheduleEnd is not after"
            + " scheduleStart",
      })
  void refuses_half_a_schedule(String members, String problems) {
    assertThat(SettingsText.problems(document("," + members)))
        .extracting(problem -> problem.pointer() + " " + problem.reason())
        .containsExactly(problems.split(", "));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-31,                UTC,           2027-01-31T00:00:00Z, 2027-02-01T00:00:00Z",
    "2027-01-31,                Europe/Berlin, 2027-01-30T23:00:00Z, 2027-01-31T23:00:00Z",
    "2027-03-28,                Europe/Berlin, 2027-03-27T23:00:00Z, 2027-03-28T22:00:00Z",
    "2027-03-14,                America/Havana,2027-03-14T05:00:00Z, 2027-03-15T04:00:00Z",
    "2027-01-31T18:00,          GMT+5:30,      2027-01-31T12:30:00Z, 2027-01-31T12:30:00Z",
    "2027-03-28T02:30:00,       Europe/Berlin, 2027-03-28T01:30:00Z, 2027-03-28T01:30:00Z",
    "2027-01-31T18:00:00.5Z,    Europe/Berlin, 2027-01-31T18:00:00.500Z, 2027-01-31T18:00:00.500Z",
    "2027-01-31T18:00:00+02:00, Europe/Berlin, 2027-01-31T16:00:00Z, 2027-01-31T16:00:00Z",
  })
  void reads_dates_on_the_calendar_of_the_zone(String text, String zone, Instant from, Instant to) {
    String members = ",'timezone':'%s','schedule%s':'%s'";
    assertThat(settings(members.formatted(zone, "Start", text)).pacing().notBefore())
        .contains(from);
    assertThat(settings(members.formatted(zone, "End", text)).pacing().notAfter()).contains(to);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-02-29",
    "2027-1-1",
    "01/31/2027",
    "2027-01-31T25:00",
    "2027-01-31T",
    "+12027-01-31",
    "2027-01-31T10:00[Europe/Berlin]",
    "2027-01-31T10",
    "tomorrow",
    "2027-W05"
  })
  void refuses_other_dates(String text) {
    assertThat(SettingsText.problems(document(",'scheduleStart':'" + text + "'")))
        .extracting(Problem::pointer)
        .containsExactly("/scheduleStart");
  }

  @Test
  void lets_qa_win_over_older_fields() {
    assertThat(settings(",'schedulePattern':'realistic'").pacing().arrival())
        .isEqualTo(Arrival.REALISTIC);
    assertThat(
            settings(",'schedulePattern':'realistic','qa':{'arrival':'even'}").pacing().arrival())
        .isEqualTo(Arrival.EVEN);
    assertThat(settings(",'nightDayVolume':true").pacing().curve())
        .isEqualTo(HourlyCurve.standard());
    // Absent booleans are false, whatever the law of arrival.
    assertThat(settings(",'schedulePattern':'realistic'").pacing().curve())
        .isEqualTo(HourlyCurve.flat());
    String flat = "[2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2]";
    assertThat(
            settings(",'nightDayVolume':true,'qa':{'hourlyCurve':" + flat + "}")
                .pacing()
                .curve()
                .weights())
        .containsOnly(2);
    assertThat(settings(",'randomizeDailyVolume':true").pacing().varied()).isTrue();
  }
}
