package io.trafficgen.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which part of a list is wanted, newest first.
 *
 * @param limit most items, 1 to 100
 * @param after the last item of the page before
 */
public record PageRequest(int limit, Optional<Position> after) {
  /** Place of an item in a list: its time, and its identity where times are equal. */
  public record Position(Instant at, UUID id) {}
}
