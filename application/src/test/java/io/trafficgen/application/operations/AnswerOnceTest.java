package io.trafficgen.application.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.fake.InMemoryIdempotencyKeys;
import io.trafficgen.application.port.IdempotencyKeys.Answer;
import io.trafficgen.application.port.IdempotencyKeys.ScopedKey;
import io.trafficgen.domain.account.AccountId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerOnceTest {
  private final AnswerOnce once = new AnswerOnce(new InMemoryIdempotencyKeys(), () -> Fixtures.NOW);

  private int second(int first) {
    ScopedKey key = new ScopedKey(new AccountId(Fixtures.uuid()), "POST /api/sites", "key");
    once.answer(key, "body", () -> answer(first));
    return once.answer(key, "body", () -> answer(200)).answer().status();
  }

  private static Answer answer(int status) {
    return new Answer(status, "application/json", Optional.empty(), "{}");
  }

  @Test
  void what_was_done_or_can_never_be_done_is_answered_alike_again() {
    for (int status : List.of(201, 204, 400, 404, 409, 422)) {
      assertThat(second(status)).isEqualTo(status);
    }
  }

  @Test
  void what_another_sign_in_or_moment_betters_is_tried_again() {
    for (int status : List.of(401, 403, 429, 500, 503)) {
      assertThat(second(status)).as("after " + status).isEqualTo(200);
    }
  }
}
