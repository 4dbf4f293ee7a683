package io.trafficgen.application.port;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.Email;
import java.util.Optional;

/** Everybody who signed up. */
public interface Accounts {
  /** Adds an account unless its e-mail is taken; of two at once, one is added. */
  boolean add(Account account);

  Optional<Account> find(AccountId id);

  Optional<Account> findByEmail(Email email);

  /** The account that confirmed this e-mail by mail. */
  Optional<Account> findByConfirmedEmail(Email email);

  /** Who has this code, or had it; nobody whose account is closed. */
  Optional<Account> findByAffiliateCode(AffiliateCode code);

  /** The account with this API key, unless it is disabled. */
  Optional<Account> findByApiKey(String hash);

  /** All accounts that were not closed. */
  Page<Account> list(PageRequest request);
}
