package io.trafficgen.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.Arrival;
import io.trafficgen.domain.site.Host;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:20Z");

  private static Grant grant(int number, int n, boolean spread) {
    return new Grant(
        new GrantId(new UUID(1, number)),
        new ProjectId(new UUID(3, 4)),
        0,
        new AccountId(new UUID(5, 6)),
        Host.parse("shop.example"),
        "any",
        LocalDate.parse("2026-11-23"),
        n,
        Window.from(START),
        spread);
  }

  @Test
  void visits_of_an_even_grant_start_at_equal_distances_the_first_at_once() {
    assertThat(grant(1, 4, true).starts(Arrival.EVEN))
        .containsExactly(
            START, START.plusSeconds(10), START.plusSeconds(20), START.plusSeconds(30));
  }

  @Test
  void others_start_at_any_moment_of_the_window_in_order() {
    for (Arrival arrival : List.of(Arrival.POISSON, Arrival.REALISTIC)) {
      double sum = 0;
      for (int number = 0; number < 200; number++) {
        List<Instant> starts = grant(number, 50, true).starts(arrival);
        assertThat(starts).hasSize(50).isSorted();
        assertThat(starts.getFirst()).isAfterOrEqualTo(START);
        assertThat(starts.getLast()).isBefore(START.plusSeconds(40));
        sum += starts.stream().mapToLong(at -> Duration.between(START, at).toMillis()).sum();
      }
      // Ten thousand of them, 20 s in the mean: five standard deviations are 0.6 s.
      assertThat(sum / 10_000).isBetween(19_400.0, 20_600.0);
    }
  }

  @Test
  void whoever_runs_a_grant_starts_its_visits_at_the_same_moments_and_no_other_ones() {
    List<Instant> starts = grant(1, 5, true).starts(Arrival.POISSON);
    assertThat(grant(1, 5, true).starts(Arrival.POISSON)).isEqualTo(starts);
    assertThat(grant(2, 5, true).starts(Arrival.POISSON)).isNotEqualTo(starts);
  }

  @Test
  void in_the_closed_model_all_may_start_at_once() {
    assertThat(grant(1, 3, false).starts(Arrival.POISSON)).containsExactly(START, START, START);
  }
}
