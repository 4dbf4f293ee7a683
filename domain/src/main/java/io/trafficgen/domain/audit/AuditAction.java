package io.trafficgen.domain.audit;

import java.util.Locale;

/** What is worth an entry; names are stored, so none is ever renamed or removed. */
public enum AuditAction {
  ADMIN_CLAIMED,
  ROLE_CHANGED,
  ACCOUNT_DISABLED,
  ACCOUNT_ENABLED,
  ACCOUNT_CLOSED,
  EMAIL_CHANGED,
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  API_KEY_MADE,
  API_KEY_REVOKED,
  TOTP_ON,
  TOTP_OFF,
  INVITATION_MADE,
  PAYMENT_ASSIGNED,
  PAYMENT_RETURNED,
  PAYMENT_REFUNDED,
  BONUS_GRANTED,
  EVENT_REPLAYED,
  AFFILIATE_CODE_CHANGED,
  AUTO_CREDIT_CHANGED,
  EARNING_RELEASED,
  EARNING_VOIDED,
  EARNINGS_CREDITED,
  PAYOUT_REQUESTED,
  PAYOUT_CANCELLED,
  PAYOUT_APPROVED,
  PAYOUT_REJECTED,
  PAYOUT_PROCESSING,
  PAYOUT_PAID,
  PAYOUT_FAILED,
  KILL_SWITCH_ON,
  KILL_SWITCH_OFF,
  HOST_CHANGED;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AuditAction ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
