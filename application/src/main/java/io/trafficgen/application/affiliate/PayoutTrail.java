package io.trafficgen.application.affiliate;

import io.trafficgen.domain.affiliate.Payout;
import io.trafficgen.domain.affiliate.PayoutStatus;
import io.trafficgen.domain.audit.AuditAction;

/** How payouts stand in the audit log. */
final class PayoutTrail {
  private PayoutTrail() {}

  static String subject(Payout payout) {
    return "payout:" + payout.id();
  }

  /** What it is called when a payout comes into this state. */
  static AuditAction action(PayoutStatus status) {
    return switch (status) {
      case REQUESTED -> AuditAction.PAYOUT_REQUESTED;
      case APPROVED -> AuditAction.PAYOUT_APPROVED;
      case PROCESSING -> AuditAction.PAYOUT_PROCESSING;
      case FAILED -> AuditAction.PAYOUT_FAILED;
      case PAID -> AuditAction.PAYOUT_PAID;
      case REJECTED -> AuditAction.PAYOUT_REJECTED;
      case CANCELLED -> AuditAction.PAYOUT_CANCELLED;
    };
  }
}
