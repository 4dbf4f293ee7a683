package io.trafficgen.application.port;

import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.billing.EarningChange;

/** What an operator decided about commission. */
public record EarningRuling(EarningChange change, AuditEntry entry) {}
