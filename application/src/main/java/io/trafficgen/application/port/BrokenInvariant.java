package io.trafficgen.application.port;

import java.util.List;

/**
 * A promise of the ledger that does not hold: never seen, but looked for.
 *
 * @param promise for example {@code I2 every journal sums to zero}
 * @param where identities of the first rows that break it
 */
public record BrokenInvariant(String promise, List<String> where) {
  public BrokenInvariant {
    where = List.copyOf(where);
  }
}
