package io.trafficgen.bootstrap.demo;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What of the list of orders is asked for; both bounds belong to the range. */
record StubQuery(List<String> states, Instant from, Instant to, int limit) {
  private static final int DEFAULT_LIMIT = 100;

  static StubQuery of(String query) {
    List<String> pairs = Arrays.asList(Optional.ofNullable(query).orElse("").split("&", -1));
    return new StubQuery(
        all(pairs, "state"),
        all(pairs, "from").stream().map(Instant::parse).findFirst().orElse(Instant.EPOCH),
        all(pairs, "to").stream().map(Instant::parse).findFirst().orElse(Instant.MAX),
        all(pairs, "limit").stream().map(Integer::valueOf).findFirst().orElse(DEFAULT_LIMIT));
  }

  private static List<String> all(List<String> pairs, String name) {
    return pairs.stream()
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .toList();
  }

  boolean wants(StubOrder order) {
    return (states.isEmpty() || states.contains(order.state()))
        && !order.createdAt().isBefore(from)
        && !order.createdAt().isAfter(to);
  }
}
