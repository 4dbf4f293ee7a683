package io.trafficgen.domain.billing;

import io.trafficgen.domain.affiliate.Earning;
import java.util.List;

/**
 * What an operator's decision changes of commission; written in one transaction.
 *
 * @param changed known rows as they are afterwards
 * @param posting a new row, and its journal
 */
public record EarningChange(List<Earning> changed, Posting posting) {
  public EarningChange {
    changed = List.copyOf(changed);
  }
}
