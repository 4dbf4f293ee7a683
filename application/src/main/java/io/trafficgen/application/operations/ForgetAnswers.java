package io.trafficgen.application.operations;

import io.trafficgen.application.port.IdempotencyKeys;
import java.time.InstantSource;

/** Deletes answers that {@link AnswerOnce} keeps no longer. */
public final class ForgetAnswers {
  private final IdempotencyKeys keys;
  private final InstantSource clock;

  public ForgetAnswers(IdempotencyKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  public void forget() {
    keys.forget(clock.instant().minus(AnswerOnce.KEPT));
  }
}
