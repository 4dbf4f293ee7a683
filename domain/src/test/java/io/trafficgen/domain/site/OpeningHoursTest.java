package io.trafficgen.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line {@code hours} of a verification file. */
class OpeningHoursTest {
  private static SiteTerms hours(String lines) {
    return SiteTerms.parse(lines);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-23T" + time + ":00Z");
  }

  @Test
  void a_span_is_half_open_and_in_utc_unless_it_says_otherwise() {
    SiteTerms terms = hours("hours: 08:00-20:00");
    assertThat(terms.allows(at("07:59"))).isFalse();
    assertThat(terms.allows(at("08:00"))).isTrue();
    assertThat(terms.allows(at("19:59"))).isTrue();
    assertThat(terms.allows(at("20:00"))).isFalse();
    SiteTerms berlin = hours("hours: 8:00-20:00 Europe/Berlin");
    assertThat(berlin.allows(at("07:00"))).isTrue();
    assertThat(berlin.allows(at("19:00"))).isFalse();
  }

  @Test
  void a_span_may_go_on_past_midnight_or_end_with_the_day() {
    SiteTerms night = hours("hours: 22:00-06:00");
    assertThat(night.allows(at("23:00"))).isTrue();
    assertThat(night.allows(at("05:59"))).isTrue();
    assertThat(night.allows(at("06:00"))).isFalse();
    assertThat(night.allows(at("12:00"))).isFalse();
    SiteTerms evening = hours("hours: 20:00-24:00");
    assertThat(evening.allows(at("23:59"))).isTrue();
    assertThat(evening.allows(at("00:00"))).isFalse();
  }

  @Test
  void lines_and_lists_add_up() {
    SiteTerms terms = hours("hours: 08:00-09:00, 10:00-11:00\nother: x\nhours: 12:00-13:00\n");
    assertThat(terms.hours()).hasSize(3);
    assertThat(terms.allows(at("10:30"))).isTrue();
    assertThat(terms.allows(at("12:30"))).isTrue();
    assertThat(terms.allows(at("11:30"))).isFalse();
  }

  @Test
  void tells_the_next_opening() {
    SiteTerms terms = hours("hours: 08:00-09:00, 22:00-23:00\nuntil: 2026-11-24");
    assertThat(terms.nextOpening(at("08:30"))).hasValue(at("08:30"));
    assertThat(terms.nextOpening(at("09:00"))).hasValue(at("22:00"));
    assertThat(terms.nextOpening(at("23:00"))).hasValue(at("08:00").plus(Duration.ofDays(1)));
    assertThat(terms.nextOpening(at("23:00").plus(Duration.ofDays(1)))).isEmpty();
    assertThat(SiteTerms.none().nextOpening(at("23:00"))).hasValue(at("23:00"));
  }

  @Test
  void an_opening_that_a_change_of_clocks_skips_is_not_promised() {
    // On 2026-03-29 Berlin's clocks go from 02:00 to 03:00.
    SiteTerms terms = hours("hours: 02:10-02:50 Europe/Berlin");
    Instant evening = Instant.parse("2026-03-28T18:00:00Z");
    assertThat(terms.nextOpening(evening)).hasValue(Instant.parse("2026-03-30T00:10:00Z"));
  }

  @Test
  void the_next_opening_is_the_first_moment_that_is_allowed() {
    List<String> spans =
        List.of("08:00-20:00", "22:30-01:15 Asia/Tokyo", "00:00-00:01 America/New_York");
    for (String span : spans) {
      SiteTerms terms = hours("hours: " + span);
      Instant day = Instant.parse("2026-10-24T00:00:00Z");
      for (int minute = 0; minute < 4 * 24 * 60; minute += 7) {
        Instant from = day.plus(Duration.ofMinutes(minute));
        Instant first = from;
        while (!terms.allows(first)) {
          first = first.plus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.MINUTES);
        }
        assertThat(terms.nextOpening(from)).as(span + " from " + from).hasValue(first);
      }
    }
  }

  @Test
  void what_is_no_span_sets_no_limit() {
    List<String> nonsense =
        List.of("25:00-26:00", "08:00", "8-20", "08:00-20:00 Mars/Base", "08:00-08:00", "always");
    for (String text : nonsense) {
      assertThat(hours("hours: " + text)).as(text).isEqualTo(SiteTerms.none());
    }
    assertThat(hours("hours: nonsense, 10:00-11:00").hours())
        .extracting(OpeningHours::from)
        .containsExactly(LocalTime.of(10, 0));
  }

  @Test
  void is_written_as_it_is_read() {
    List<String> texts = new ArrayList<>();
    hours("hours: 8:00-20:00, 22:00-24:00 Europe/Berlin, 01:00-02:00 +05:30")
        .hours()
        .forEach(span -> texts.add(span.toString()));
    assertThat(texts)
        .containsExactly("08:00-20:00 UTC", "22:00-00:00 Europe/Berlin", "01:00-02:00 +05:30");
    assertThat(hours("hours: " + String.join(", ", texts)).hours())
        .isEqualTo(
            hours("hours: 8:00-20:00, 22:00-24:00 Europe/Berlin, 01:00-02:00 +05:30").hours());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08:00-20:00",
        "22:00-06:00 Europe/Berlin",
        "02:15-02:45 Europe/Berlin",
        "23:59-00:01 America/New_York",
        "00:30-24:00 Australia/Lord_Howe"
      })
  void answers_the_same_until_it_says_that_it_changes(String text) {
    OpeningHours hours = OpeningHours.parse(text).orElseThrow();
    for (String day :
        List.of("2026-03-07", "2026-03-28", "2026-04-04", "2026-10-03", "2026-10-24")) {
      Instant at = Instant.parse(day + "T00:00:00Z");
      Instant end = at.plusSeconds(3 * 86_400);
      while (at.isBefore(end)) {
        boolean covered = hours.covers(at);
        Instant change = hours.unchangedUntil(at);
        assertThat(change).isAfter(at);
        for (Instant minute = at; minute.isBefore(change); minute = minute.plusSeconds(60)) {
          assertThat(hours.covers(minute)).as(minute.toString()).isEqualTo(covered);
        }
        at = change;
      }
    }
  }
}
