package io.trafficgen.application.operations;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.port.IdempotencyKeys;
import io.trafficgen.application.port.IdempotencyKeys.Answer;
import io.trafficgen.application.port.IdempotencyKeys.ScopedKey;
import io.trafficgen.application.port.KeyOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Executes a request once, however often it is sent with the same key (security page, 5.1). An
 * execution that was cut off keeps its key: nobody knows how far it came, so nobody repeats it.
 */
public final class AnswerOnce {
  /** How long an answer is kept. */
  static final Duration KEPT = Duration.ofHours(24);

  private static final int FIRST_FAILURE = 500;

  /** Who asked was not signed in, might not do it then, or asked too often. */
  private static final Set<Integer> PASSING = Set.of(401, 403, 429);

  private final IdempotencyKeys keys;
  private final InstantSource clock;

  public AnswerOnce(IdempotencyKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The answer of {@code work}, or the one that it gave before. Answers that a repetition could
   * better (401, 403, 429, 5xx) are not kept.
   *
   * @param fingerprint equal for equal requests
   * @throws NotAllowedException if the key belongs to a different request
   * @throws ConflictException if the same request is under way
   */
  public Given answer(ScopedKey key, String fingerprint, Supplier<Answer> work) {
    Instant now = clock.instant();
    return switch (keys.claim(key, fingerprint, now, now.minus(KEPT))) {
      case KeyOutcome.Claimed claimed -> new Given(first(key, work), false);
      case KeyOutcome.Answered answered -> new Given(answered.answer(), true);
      case KeyOutcome.OtherRequest other ->
          throw new NotAllowedException(
              "this Idempotency-Key was used for a different request: take a new key", List.of());
      case KeyOutcome.InFlight inFlight ->
          throw new ConflictException(
              "the request with this Idempotency-Key is under way, or was cut off: look at what it"
                  + " did before you send it with a new key");
    };
  }

  private Answer first(ScopedKey key, Supplier<Answer> work) {
    Answer answer;
    try {
      answer = work.get();
    } catch (RuntimeException e) {
      keys.release(key);
      throw e;
    }
    if (answer.status() >= FIRST_FAILURE || PASSING.contains(answer.status())) {
      keys.release(key);
    } else {
      keys.keep(key, answer);
    }
    return answer;
  }

  /**
   * @param repeated whether it was given before
   */
  public record Given(Answer answer, boolean repeated) {}
}
