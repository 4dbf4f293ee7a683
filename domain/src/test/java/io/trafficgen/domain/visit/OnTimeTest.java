package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.billing.Lot;
import io.trafficgen.domain.billing.LotId;
import io.trafficgen.domain.billing.LotKind;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.SettingsDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnTimeTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /** A day of 60 visits a minute, started long ago. */
  private static Pace minutely(int dailyLimit) {
    return pace(dailyLimit, "");
  }

  private static Pace pace(int dailyLimit, String more) {
    return Pace.of(
        ProjectSettings.parse(
            SettingsDocument.parse("{\"entryUrls\":\"https://shop.example/\"" + more + "}")),
        new VisitLimits(dailyLimit, 0, Optional.empty()),
        Integer.MAX_VALUE,
        NOON.minusSeconds(30 * 86_400),
        7);
  }

  @ParameterizedTest
  @CsvSource({"0, 75", "12, 60", "30, 38", "40, 25", "54, 8", "59, 2"})
  void a_late_pacer_gets_no_more_than_the_rest_of_its_minute_a_quarter_faster(
      int second, long most) {
    Pace pace = minutely(86_400);
    Instant now = NOON.plusSeconds(second);
    Allowance allowed = pace.allowance(now);
    assertThat(allowed.visits()).isEqualTo(60);
    assertThat(OnTime.ahead(pace, allowed, now))
        .isEqualTo(new Allowance(most, Optional.of(BindingCap.DAILY_LIMIT)));
  }

  @Test
  void the_only_visit_of_a_minute_may_start_as_long_as_the_minute_lasts() {
    Pace pace = minutely(24);
    Instant now = NOON.plusSeconds(59);
    assertThat(OnTime.ahead(pace, pace.allowance(now), now).visits()).isEqualTo(1);
  }

  @Test
  void visits_granted_already_take_their_part_of_what_may_be_caught_up() {
    Pace pace = minutely(86_400);
    Instant now = NOON.plusSeconds(40);
    Room room = new Room(30, 10, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, List.of());
    Allowance allowed = pace.allowance(now);
    assertThat(room.left(allowed, OnTime.ahead(pace, allowed, now)).visits()).isZero();
    assertThat(
            new Room(30, 10, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, lots())
                .left(allowed, OnTime.ahead(pace, allowed, now))
                .visits())
        .isEqualTo(15);
  }

  private static List<Lot> lots() {
    return List.of(
        Lot.granted(
            new LotId(new UUID(1, 1)),
            LotKind.BONUS,
            Money.parse("1"),
            Money.ofMicros(200),
            1,
            NOON));
  }

  @Test
  void what_is_due_adds_up_to_the_days_volume_however_it_is_cut() {
    Random random = new Random(5);
    Pace pace = pace(1_000, ",\"timezone\":\"Europe/Berlin\",\"schedulePattern\":\"realistic\"");
    Instant from = Instant.parse("2026-11-20T23:00:00Z");
    Instant end = from.plusSeconds(3 * 86_400);
    long due = 0;
    for (Instant at = from; at.isBefore(end); ) {
      Instant next = at.plusSeconds(1 + random.nextInt(40_000));
      Instant to = next.isBefore(end) ? next : end;
      due += OnTime.due(pace, at, to).stream().mapToLong(DueSpan::visits).sum();
      at = to;
    }
    assertThat(due).isEqualTo(3_000);
    assertThat(OnTime.due(pace, from, end))
        .hasSize(3)
        .allSatisfy(span -> assertThat(span.visits()).isEqualTo(1_000));
  }

  @Test
  void nothing_is_due_of_a_project_that_follows_free_slots_is_paused_or_over() {
    Instant from = NOON.minusSeconds(3_600);
    assertThat(OnTime.due(minutely(0), from, NOON)).isEmpty();
    assertThat(OnTime.due(pace(1_000, ",\"trafficSpeed\":0"), from, NOON)).isEmpty();
    assertThat(OnTime.due(pace(1_000, ",\"scheduleEnd\":\"2026-11-23T11:00:00Z\""), from, NOON))
        .isEmpty();
  }
}
