package io.trafficgen.application.port;

import java.time.Instant;
import java.util.List;

/** What a provider would have told by deliveries, had they all arrived. */
public interface MissedPayments {
  /** Of the provider whose events they are. */
  String provider();

  /**
   * Everything that moved money since then, as the events that tell of it, each once.
   *
   * @throws RuntimeException if the provider cannot be asked now
   */
  List<MissedPayment> since(Instant start);
}
