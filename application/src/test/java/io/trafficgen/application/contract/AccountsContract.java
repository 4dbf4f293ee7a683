package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Accounts} keeps. */
public interface AccountsContract {
  Accounts accounts();

  @Test
  default void finds_what_was_added_by_each_of_its_names() {
    Account affiliate = added(Fixtures.account());
    Account account = added(Fixtures.account(Optional.of(affiliate.id())));

    assertThat(accounts().find(account.id())).contains(account);
    assertThat(accounts().findByEmail(account.email())).contains(account);
    assertThat(accounts().findByAffiliateCode(account.affiliateCode())).contains(account);
  }

  @Test
  default void finds_nothing_by_unknown_names() {
    assertThat(accounts().find(new AccountId(Fixtures.uuid()))).isEmpty();
    assertThat(accounts().findByEmail(Email.parse("nobody@shop.example"))).isEmpty();
    assertThat(accounts().findByAffiliateCode(AffiliateCode.parse("nobodys"))).isEmpty();
  }

  @Test
  default void adds_one_account_for_an_address() {
    Account first = added(Fixtures.account());
    Account other = Fixtures.account();
    Account second =
        new Account(
            other.id(),
            first.email(),
            other.passwordHash(),
            other.role(),
            other.affiliateCode(),
            Origin.unreferred(),
            other.balance(),
            ContactDetails.named(Optional.empty()),
            other.marks(),
            other.createdAt());

    assertThat(accounts().add(second)).isFalse();
    assertThat(accounts().findByEmail(first.email())).contains(first);
  }

  @Test
  default void an_unconfirmed_address_is_no_confirmed_one() {
    Account account = added(Fixtures.account());

    assertThat(accounts().findByConfirmedEmail(account.email())).isEmpty();
  }

  @Test
  default void lists_every_account_once_newest_first() {
    List<Account> added = List.of(added(Fixtures.account()), added(Fixtures.account()));

    List<Account> listed = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(new PageRequest(1, Optional.empty()));
    while (next.isPresent()) {
      Page<Account> page = accounts().list(next.get());
      assertThat(page.items()).hasSize(1);
      listed.addAll(page.items());
      next = page.next().map(last -> new PageRequest(1, Optional.of(last)));
    }

    assertThat(listed).doesNotHaveDuplicates().containsAll(added);
    assertThat(listed).isSortedAccordingTo(Comparator.comparing(Account::createdAt).reversed());
  }

  private Account added(Account account) {
    assertThat(accounts().add(account)).isTrue();
    return account;
  }
}
