package io.trafficgen.application.port;

import io.trafficgen.application.port.IdempotencyKeys.Answer;

/** What became of a claim of {@link IdempotencyKeys}. */
public sealed interface KeyOutcome {
  /** The key is the caller's: it executes. */
  record Claimed() implements KeyOutcome {}

  /** The same request was answered before. */
  record Answered(Answer answer) implements KeyOutcome {}

  /** The key belongs to a different request. */
  record OtherRequest() implements KeyOutcome {}

  /** The same request has the key and no answer yet. */
  record InFlight() implements KeyOutcome {}
}
