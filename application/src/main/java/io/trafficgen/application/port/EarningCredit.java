package io.trafficgen.application.port;

import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.Posting;

/**
 * Earnings that become a bonus of the affiliate's own.
 *
 * @param posting its first statement row is what the earnings were paid by
 */
public record EarningCredit(Posting posting, AuditEntry entry) {}
