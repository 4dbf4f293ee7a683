package io.trafficgen.application.port;

import io.trafficgen.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** What was answered to requests that carry an Idempotency-Key. */
public interface IdempotencyKeys {
  /**
   * Takes a key for one execution, unless somebody has it.
   *
   * @param fingerprint equal for equal requests
   * @param staleBefore a key taken before this counts as free, whatever it holds
   */
  KeyOutcome claim(ScopedKey key, String fingerprint, Instant now, Instant staleBefore);

  /** Stores the answer of the execution that has the key. */
  void keep(ScopedKey key, Answer answer);

  /** Frees a key without an answer, so that the request may be tried again. */
  void release(ScopedKey key);

  /** Deletes the keys taken before {@code staleBefore}. */
  void forget(Instant staleBefore);

  /**
   * One account's key for one operation.
   *
   * @param operation method and path, for example {@code POST /api/projects}
   * @param key as the client chose it
   */
  record ScopedKey(AccountId account, String operation, String key) {}

  /**
   * An answer as it was sent.
   *
   * @param body may be empty
   */
  record Answer(int status, String contentType, Optional<String> location, String body) {}
}
