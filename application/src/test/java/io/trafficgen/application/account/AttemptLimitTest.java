package io.trafficgen.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.TooManyAttemptsException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Fixtures.NOW);
  private final AttemptLimit limit = AttemptLimit.ofCodes(now::get);

  private void take(int times) {
    for (int i = 0; i < times; i++) {
      limit.take("name");
    }
  }

  @Test
  void says_how_long_to_wait_and_begins_anew_then() {
    take(1);
    now.set(Fixtures.NOW.plusSeconds(880));
    take(4);
    TooManyAttemptsException refused =
        catchThrowableOfType(TooManyAttemptsException.class, () -> limit.take(" NAME "));
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(20));
    limit.take("other");
    now.set(Fixtures.NOW.plusSeconds(900));
    take(5);
  }

  @Test
  void counts_no_attempt_that_was_given_back_or_forgiven() {
    take(5);
    limit.giveBack("name");
    take(1);
    limit.clear("name");
    take(5);
    assertThatThrownBy(() -> limit.take("name")).isInstanceOf(TooManyAttemptsException.class);
  }

  @Test
  void forgets_who_came_long_ago_rather_than_grow() {
    take(5);
    for (int i = 0; i < 10_000; i++) {
      limit.take("stranger " + i);
    }
    take(1);
  }
}
