package io.trafficgen.domain.visit;

import java.util.UUID;

/** Identities that follow from their parent's, so that whoever makes them again finds the same. */
final class DerivedId {
  private DerivedId() {}

  /** The {@code number}-th child of {@code parent}: a UUID of version 8 (RFC 9562). */
  static UUID of(UUID parent, int number) {
    long high = mix(parent.getMostSignificantBits() + number);
    long low = mix(parent.getLeastSignificantBits() ^ high);
    return new UUID(
        (high & ~0xF000L) | 0x8000L, (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
  }

  /** Finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection that spreads every bit. */
  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
