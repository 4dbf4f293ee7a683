package io.trafficgen.domain.billing;

import io.trafficgen.domain.account.AccountId;

/** An account of the ledger, by name. */
public record LedgerAccount(String name) {
  /** What visits earned. */
  public static final LedgerAccount VISIT_REVENUE = new LedgerAccount("revenue:visits");

  /** What affiliates cost. */
  public static final LedgerAccount AFFILIATE_EXPENSE = new LedgerAccount("expense:affiliate");

  /** What bonuses cost. */
  public static final LedgerAccount BONUS_EXPENSE = new LedgerAccount("expense:bonus");

  /** Money that arrived and belongs to nobody known. */
  public static final LedgerAccount UNMATCHED = new LedgerAccount("liability:unmatched");

  /** Rests of lots that cannot buy a visit. */
  public static final LedgerAccount ROUNDING = new LedgerAccount("platform:rounding");

  /** Money on its way from a payment provider. */
  public static LedgerAccount clearing(String provider) {
    return new LedgerAccount("provider:" + provider + ":clearing");
  }

  /** Paid lots of a user. */
  public static LedgerAccount wallet(AccountId user) {
    return new LedgerAccount("user:" + user + ":wallet");
  }

  /** Bonus lots of a user. */
  public static LedgerAccount bonus(AccountId user) {
    return new LedgerAccount("user:" + user + ":bonus");
  }

  /** What a user owes after a reversal of money already spent; its balance is negative. */
  public static LedgerAccount debt(AccountId user) {
    return new LedgerAccount("user:" + user + ":debt");
  }

  /** Whether it is a part of what the user owns. */
  public boolean belongsTo(AccountId user) {
    return name.startsWith("user:" + user + ":");
  }

  /** The side of a user's ledger that pays for lots of this kind. */
  public static LedgerAccount of(AccountId user, LotKind kind) {
    return switch (kind) {
      case PAID -> wallet(user);
      case BONUS -> bonus(user);
    };
  }

  /** What is owed to an affiliate. */
  public static LedgerAccount affiliatePayable(AccountId affiliate) {
    return new LedgerAccount("affiliate:" + affiliate + ":payable");
  }
}
