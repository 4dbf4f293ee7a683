package io.trafficgen.application.fake;

import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountMarks;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Email;
import io.trafficgen.domain.account.PasswordHash;
import io.trafficgen.domain.account.Role;

/** An account with something changed. */
record AccountCopy(Account account) {
  static AccountCopy of(Account account) {
    return new AccountCopy(account);
  }

  AccountCopy email(Email email) {
    AccountMarks marks = account.marks();
    return with(email, account.passwordHash(), account.role(), account.contact())
        .marks(new AccountMarks(false, marks.secondFactor(), marks.disabled()));
  }

  AccountCopy password(PasswordHash hash) {
    return with(account.email(), hash, account.role(), account.contact());
  }

  AccountCopy role(Role role) {
    return with(account.email(), account.passwordHash(), role, account.contact());
  }

  AccountCopy contact(ContactDetails contact) {
    return with(account.email(), account.passwordHash(), account.role(), contact);
  }

  AccountCopy confirmed() {
    AccountMarks marks = account.marks();
    return marks(new AccountMarks(true, marks.secondFactor(), marks.disabled()));
  }

  AccountCopy secondFactor(boolean on) {
    AccountMarks marks = account.marks();
    return marks(new AccountMarks(marks.emailConfirmed(), on, marks.disabled()));
  }

  AccountCopy disabled(boolean disabled) {
    AccountMarks marks = account.marks();
    return marks(new AccountMarks(marks.emailConfirmed(), marks.secondFactor(), disabled));
  }

  AccountCopy marks(AccountMarks marks) {
    return new AccountCopy(
        new Account(
            account.id(),
            account.email(),
            account.passwordHash(),
            account.role(),
            account.affiliateCode(),
            account.origin(),
            account.balance(),
            account.contact(),
            marks,
            account.createdAt()));
  }

  private AccountCopy with(Email email, PasswordHash hash, Role role, ContactDetails contact) {
    return new AccountCopy(
        new Account(
            account.id(),
            email,
            hash,
            role,
            account.affiliateCode(),
            account.origin(),
            account.balance(),
            contact,
            account.marks(),
            account.createdAt()));
  }
}
