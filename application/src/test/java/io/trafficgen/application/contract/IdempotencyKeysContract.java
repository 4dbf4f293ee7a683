package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.Fixtures;
import io.trafficgen.application.operations.AnswerOnce;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.IdempotencyKeys;
import io.trafficgen.application.port.IdempotencyKeys.Answer;
import io.trafficgen.application.port.IdempotencyKeys.ScopedKey;
import io.trafficgen.application.port.KeyOutcome;
import io.trafficgen.domain.account.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link IdempotencyKeys} keeps. */
public interface IdempotencyKeysContract {
  Instant STALE = NOW.minus(Duration.ofHours(24));
  Answer CREATED =
      new Answer(201, "application/json", Optional.of("/api/things/1"), "{\"a\":\"ä\\u0000\"}");

  Accounts accounts();

  IdempotencyKeys idempotencyKeys();

  @Test
  default void a_key_is_taken_once_and_gives_its_answer_from_then_on() {
    ScopedKey key = key("a");

    assertThat(claim(key, "f1")).isEqualTo(new KeyOutcome.Claimed());
    assertThat(claim(key, "f1")).isEqualTo(new KeyOutcome.InFlight());
    assertThat(claim(key, "f2")).isEqualTo(new KeyOutcome.OtherRequest());

    idempotencyKeys().keep(key, CREATED);
    assertThat(claim(key, "f1")).isEqualTo(new KeyOutcome.Answered(CREATED));
    assertThat(claim(key, "f2")).isEqualTo(new KeyOutcome.OtherRequest());
  }

  @Test
  default void an_answer_may_be_empty() {
    ScopedKey key = key("empty");
    Answer nothing = new Answer(204, "application/json", Optional.empty(), "");

    claim(key, "f1");
    idempotencyKeys().keep(key, nothing);
    assertThat(claim(key, "f1")).isEqualTo(new KeyOutcome.Answered(nothing));
  }

  @Test
  default void account_operation_and_key_are_apart() {
    ScopedKey key = key("b");
    claim(key, "f1");

    assertThat(claim(key("b"), "f2")).isEqualTo(new KeyOutcome.Claimed());
    assertThat(claim(new ScopedKey(key.account(), "POST /api/sites", "b"), "f2"))
        .isEqualTo(new KeyOutcome.Claimed());
    assertThat(claim(new ScopedKey(key.account(), key.operation(), "B"), "f2"))
        .isEqualTo(new KeyOutcome.Claimed());
  }

  @Test
  default void a_released_key_is_free_for_any_request() {
    ScopedKey key = key("c");
    claim(key, "f1");
    idempotencyKeys().release(key);

    assertThat(claim(key, "f2")).isEqualTo(new KeyOutcome.Claimed());
  }

  @Test
  default void a_stale_key_is_free_and_forgotten() {
    ScopedKey key = key("d");
    claim(key, "f1");
    idempotencyKeys().keep(key, CREATED);

    idempotencyKeys().forget(NOW);
    assertThat(claim(key, "f1")).isEqualTo(new KeyOutcome.Answered(CREATED));

    Instant later = NOW.plus(Duration.ofHours(25));
    assertThat(idempotencyKeys().claim(key, "f2", later, later.minus(Duration.ofHours(24))))
        .isEqualTo(new KeyOutcome.Claimed());
    assertThat(idempotencyKeys().claim(key, "f2", later, STALE))
        .isEqualTo(new KeyOutcome.InFlight());

    idempotencyKeys().forget(later.plusSeconds(1));
    assertThat(claim(key, "f3")).isEqualTo(new KeyOutcome.Claimed());
  }

  @Test
  default void of_eight_threads_with_one_key_one_executes() {
    ScopedKey key = key("e");
    AnswerOnce once = new AnswerOnce(idempotencyKeys(), () -> NOW);
    AtomicInteger executions = new AtomicInteger();

    List<Integer> statuses =
        Together.collect(
            8,
            () -> {
              try {
                return List.of(
                    once.answer(
                            key,
                            "f1",
                            () -> {
                              executions.incrementAndGet();
                              return CREATED;
                            })
                        .answer()
                        .status());
              } catch (ConflictException underWay) {
                return List.of(409);
              }
            },
            10);

    assertThat(executions).hasValue(1);
    assertThat(statuses).hasSize(80).isSubsetOf(201, 409).contains(201);
  }

  @Test
  default void a_failed_execution_leaves_its_key_free() {
    ScopedKey key = key("f");
    AnswerOnce once = new AnswerOnce(idempotencyKeys(), () -> NOW);
    Answer failure = new Answer(503, "application/problem+json", Optional.empty(), "{}");

    assertThat(once.answer(key, "f1", () -> failure).repeated()).isFalse();
    assertThatThrownBy(() ->
            once.answer(
                key,
                "f1",
                () -> {
                  throw new IllegalStateException("broken");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(once.answer(key, "f1", () -> CREATED).repeated()).isFalse();
    assertThat(once.answer(key, "f1", () -> failure))
        .isEqualTo(new AnswerOnce.Given(CREATED, true));
  }

  private ScopedKey key(String key) {
    Account account = Fixtures.account();
    accounts().add(account);
    return new ScopedKey(account.id(), "POST /api/things", key);
  }

  private KeyOutcome claim(ScopedKey key, String fingerprint) {
    return idempotencyKeys().claim(key, fingerprint, NOW, STALE);
  }
}
