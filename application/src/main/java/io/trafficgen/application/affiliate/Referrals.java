package io.trafficgen.application.affiliate;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Origin;
import io.trafficgen.domain.account.VisitorMark;
import java.util.Optional;

/** Finds out who brought somebody who signs up; no code ever blocks a sign-up. */
public final class Referrals {
  private final Accounts accounts;
  private final byte[] key;

  /**
   * @param key of the marks of visitors
   */
  public Referrals(Accounts accounts, byte[] key) {
    this.accounts = accounts;
    this.key = key.clone();
  }

  /**
   * The origin of who signs up with this e-mail.
   *
   * @param typed code that was typed; it wins, if anybody has it
   * @param followed code of the link that was followed first
   * @param address network address
   */
  public Origin origin(
      Email email, Optional<String> typed, Optional<String> followed, String address) {
    Optional<Account> referrer =
        typed.flatMap(this::affiliate).or(() -> followed.flatMap(this::affiliate));
    return Origin.of(referrer, email, VisitorMark.find(key, address));
  }

  /** Who has, or had, this code. */
  Optional<Account> affiliate(String code) {
    try {
      return accounts.findByAffiliateCode(AffiliateCode.parse(code));
    } catch (InvalidValueException notACode) {
      return Optional.empty();
    }
  }

  VisitorMark mark(String address) {
    return VisitorMark.of(key, address);
  }
}
