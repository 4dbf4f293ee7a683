package io.trafficgen.application.fake;

import io.trafficgen.application.port.MissedPayment;
import io.trafficgen.application.port.MissedPayments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A provider that remembers what was paid, until it goes away. */
public final class InMemoryMissedPayments implements MissedPayments {
  private final Map<String, Instant> paid = new ConcurrentHashMap<>();
  private volatile boolean away;

  /** Somebody paid. */
  public void pay(String dedupeKey, Instant at) {
    paid.put(dedupeKey, at);
  }

  public void goAway() {
    away = true;
  }

  @Override
  public String provider() {
    return "memory";
  }

  @Override
  public List<MissedPayment> since(Instant start) {
    if (away) {
      throw new IllegalStateException("nobody answers");
    }
    return paid.entrySet().stream()
        .filter(payment -> !payment.getValue().isBefore(start))
        .map(Map.Entry::getKey)
        .sorted()
        .map(key -> new MissedPayment(key, key.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
