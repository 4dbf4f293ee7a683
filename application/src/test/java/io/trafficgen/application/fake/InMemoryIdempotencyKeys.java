package io.trafficgen.application.fake;

import io.trafficgen.application.port.IdempotencyKeys;
import io.trafficgen.application.port.KeyOutcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link IdempotencyKeys} in memory. */
public final class InMemoryIdempotencyKeys implements IdempotencyKeys {
  private final Map<ScopedKey, Taken> taken = new HashMap<>();

  private record Taken(String fingerprint, Instant at, Optional<Answer> answer) {}

  @Override
  public synchronized KeyOutcome claim(
      ScopedKey key, String fingerprint, Instant now, Instant staleBefore) {
    Optional<Taken> found =
        Optional.ofNullable(taken.get(key)).filter(old -> !old.at().isBefore(staleBefore));
    if (found.isEmpty()) {
      taken.put(key, new Taken(fingerprint, now, Optional.empty()));
      return new KeyOutcome.Claimed();
    }
    if (!found.get().fingerprint().equals(fingerprint)) {
      return new KeyOutcome.OtherRequest();
    }
    return found
        .get()
        .answer()
        .<KeyOutcome>map(KeyOutcome.Answered::new)
        .orElseGet(KeyOutcome.InFlight::new);
  }

  @Override
  public synchronized void keep(ScopedKey key, Answer answer) {
    taken.computeIfPresent(
        key, (same, old) -> new Taken(old.fingerprint(), old.at(), Optional.of(answer)));
  }

  @Override
  public synchronized void release(ScopedKey key) {
    taken.remove(key);
  }

  @Override
  public synchronized void forget(Instant staleBefore) {
    taken.values().removeIf(old -> old.at().isBefore(staleBefore));
  }
}
