package io.trafficgen.application.account;

import io.trafficgen.application.ConflictException;
import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.affiliate.Referrals;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Invitations;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AccountMarks;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Role;
import io.trafficgen.domain.money.Money;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Signs somebody up, and mails a link that confirms the e-mail. */
public final class RegisterAccount {
  private final Accounts accounts;
  private final Invitations invitations;
  private final Referrals referrals;
  private final PasswordChecks passwords;
  private final AccountMails mails;
  private final Supplier<UUID> ids;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Registration registration;

  /**
   * @param registration who may sign up
   */
  public RegisterAccount(
      Accounts accounts,
      Invitations invitations,
      Referrals referrals,
      PasswordChecks passwords,
      AccountMails mails,
      Supplier<UUID> ids,
      RandomGenerator random,
      InstantSource clock,
      Registration registration) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.referrals = referrals;
    this.passwords = passwords;
    this.mails = mails;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
    this.registration = registration;
  }

  /**
   * Adds the account.
   *
   * @throws ConflictException if the e-mail is taken
   * @throws NotAllowedException if registration is closed, or an invitation is wanting
   */
  public Account register(SignUp signUp) {
    Optional<String> invitation = admit(signUp);
    Account account =
        new Account(
            new AccountId(ids.get()),
            signUp.email(),
            passwords.hashNew(signUp.password()),
            Role.USER,
            AffiliateCode.random(random),
            referrals.origin(
                signUp.email(), signUp.affiliateCode(), signUp.followedCode(), signUp.address()),
            Money.ZERO,
            ContactDetails.named(signUp.name()),
            AccountMarks.fresh(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    boolean added =
        invitation.isPresent() ? accept(invitation.get(), account) : accounts.add(account);
    if (!added) {
      throw new ConflictException("an account with this e-mail exists");
    }
    mails.confirmEmail(account);
    return account;
  }

  /** The invitation to use; empty where none is wanted. */
  private Optional<String> admit(SignUp signUp) {
    return switch (registration) {
      case OPEN -> Optional.empty();
      case INVITE ->
          Optional.of(
              signUp
                  .invitation()
                  .orElseThrow(() -> uninvited("takes an invitation", "is missing")));
      case CLOSED ->
          throw new NotAllowedException("registration is closed on this server", List.of());
    };
  }

  private boolean accept(String code, Account account) {
    return switch (invitations.accept(OpaqueTokens.sha256(code), account, clock.instant())) {
      case ACCEPTED -> true;
      case EMAIL_TAKEN -> false;
      case NOT_GOOD ->
          throw uninvited(
              "takes another invitation", "is unknown, used, too old or for another e-mail");
    };
  }

  private static NotAllowedException uninvited(String need, String reason) {
    return new NotAllowedException(
        "registration on this server " + need + "; ask an admin for one",
        List.of(new Problem("/invitation", reason, "the code that an admin gave you")));
  }
}
