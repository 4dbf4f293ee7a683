package io.trafficgen.application.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.OldRecords;
import io.trafficgen.application.port.OldRecords.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForgetOldRecordsTest {
  private final Map<Kind, Instant> asked = new EnumMap<>(Kind.class);

  private void forget(OldRecords records) {
    new ForgetOldRecords(records, Duration.ofDays(7), () -> Fixtures.NOW).forget();
  }

  @Test
  void evidence_is_kept_as_configured_and_sums_longer_than_it() {
    forget((kind, before) -> {
      asked.put(kind, before);
      return false;
    });
    assertThat(asked).containsOnlyKeys(Kind.values());
    assertThat(asked.get(Kind.HITS)).isEqualTo(Fixtures.NOW.minus(Duration.ofDays(7)));
    assertThat(asked.get(Kind.GRANTS)).isBefore(asked.get(Kind.HITS));
    assertThat(asked.get(Kind.VISIT_MINUTES)).isAfter(asked.get(Kind.VISIT_HOURS));
    assertThat(asked.get(Kind.HOST_MINUTES)).isAfter(asked.get(Kind.GRANTS));
  }

  @Test
  void batches_follow_each_other_until_nothing_is_left() {
    int[] left = {3};
    forget((kind, before) -> kind == Kind.NOTICES && --left[0] > 0);
    assertThat(left[0]).isZero();
  }

  @Test
  void a_kind_that_fails_keeps_no_other_from_its_turn() {
    assertThatThrownBy(() ->
            forget((kind, before) -> {
              asked.put(kind, before);
              if (kind == Kind.HITS || kind == Kind.NOTICES) {
                throw new IllegalStateException(kind.name());
              }
              return false;
            }))
        .hasMessage("HITS")
        .satisfies(e ->
            assertThat(e.getSuppressed())
                .singleElement()
                .satisfies(other -> assertThat(other).hasMessage("NOTICES")));
    assertThat(asked).containsOnlyKeys(Kind.values());
  }
}
