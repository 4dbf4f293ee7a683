package io.trafficgen.application.port;

import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.Journal;
import java.util.List;

/**
 * What is written of a payout.
 *
 * @param payout as it is afterwards
 */
public record PayoutChange(Payout payout, List<Journal> journals, AuditEntry entry) {
  public PayoutChange {
    journals = List.copyOf(journals);
  }
}
