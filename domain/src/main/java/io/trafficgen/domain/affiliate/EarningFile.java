package io.trafficgen.domain.affiliate;

import java.util.List;
import java.util.stream.Stream;

/**
 * The commission on one payment, locked while an operator decides about it.
 *
 * @param earning the commission itself
 * @param reversals what was taken back of it
 * @param disputed whether the payment is disputed
 */
public record EarningFile(Earning earning, List<Earning> reversals, boolean disputed) {
  public EarningFile {
    reversals = List.copyOf(reversals);
  }

  /** All rows, the commission first. */
  public List<Earning> rows() {
    return Stream.concat(Stream.of(earning), reversals.stream()).toList();
  }
}
