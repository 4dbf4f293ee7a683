package io.trafficgen.bootstrap;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * UUIDs of version 7 (RFC 9562, 5.7): milliseconds, then 74 bits of chance. Rows that are written
 * together lie together in an index, where ids of chance alone make it write a page for each row.
 * An id tells when it was made, and is no secret.
 */
record TimeOrderedIds(InstantSource clock, RandomGenerator random) implements Supplier<UUID> {
  private static final long VERSION = 0x7000;
  private static final long VARIANT = 1L << 63;

  @Override
  public UUID get() {
    long high = clock.millis() << 16 | VERSION | random.nextLong() >>> 52;
    return new UUID(high, VARIANT | random.nextLong() >>> 2);
  }
}
