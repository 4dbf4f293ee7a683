package io.trafficgen.application.account;

import io.trafficgen.application.TooManyAttemptsException;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Mail;
import io.trafficgen.application.port.MailedToken;
import io.trafficgen.application.port.MailedToken.Purpose;
import io.trafficgen.application.port.MailedTokens;
import io.trafficgen.application.port.Mailer;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.Email;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * Mails about accounts. All work is done in the background, the look-ups too: no answer waits for
 * it, fails by it, or tells by its time whether an account exists.
 */
public final class AccountMails {
  private static final Duration CONFIRM_WITHIN = Duration.ofHours(24);
  private static final Duration RESET_WITHIN = Duration.ofHours(1);

  private final Accounts accounts;
  private final MailedTokens mailed;
  private final Mailer mailer;
  private final OpaqueTokens tokens;
  private final AttemptLimit limit;
  private final AccountMailTexts texts;
  private final Executor background;
  private final InstantSource clock;

  /**
   * @param baseUrl where links lead, without a slash at its end
   * @param background runs what it is given later, or drops it and says so; never throws
   */
  public AccountMails(
      Accounts accounts,
      MailedTokens mailed,
      Mailer mailer,
      OpaqueTokens tokens,
      String baseUrl,
      Executor background,
      InstantSource clock) {
    this.accounts = accounts;
    this.mailed = mailed;
    this.mailer = mailer;
    this.tokens = tokens;
    this.limit = AttemptLimit.ofMails(clock);
    this.texts = new AccountMailTexts(baseUrl);
    this.background = background;
    this.clock = clock;
  }

  /**
   * Counts a mail that an account may choose the receiver of.
   *
   * @throws TooManyAttemptsException if there were too many
   */
  void admit(Account account) {
    limit.take("confirm " + account.id());
  }

  /** Asks the owner to confirm the account's e-mail. */
  void confirmEmail(Account account) {
    background.execute(
        () -> send(account, Purpose.CONFIRM_EMAIL, CONFIRM_WITHIN, AccountMailTexts::confirmEmail));
  }

  /** Offers a new password, if there is such an account; too many wishes are dropped in silence. */
  void resetPassword(Email email) {
    background.execute(() ->
        accounts
            .findByEmail(email)
            .filter(account -> !account.isDisabled() && mayReset(email))
            .ifPresent(account ->
                send(
                    account,
                    Purpose.RESET_PASSWORD,
                    RESET_WITHIN,
                    AccountMailTexts::resetPassword)));
  }

  void invite(Email to, String code) {
    background.execute(() -> mailer.send(texts.invitation(to, code)));
  }

  /** Tells the owner of a change that somebody else may have made. */
  void tell(Email to, String change) {
    background.execute(() -> mailer.send(texts.notice(to, change)));
  }

  private interface Text {
    Mail of(AccountMailTexts texts, Email to, String token);
  }

  private void send(Account account, Purpose purpose, Duration lifetime, Text text) {
    String token = tokens.fresh();
    mailed.issue(
        new MailedToken(
            tokens.hash(token),
            purpose,
            account.id(),
            account.email(),
            clock.instant().plus(lifetime)));
    mailer.send(text.of(texts, account.email(), token));
  }

  private boolean mayReset(Email email) {
    try {
      limit.take("reset " + email);
      return true;
    } catch (TooManyAttemptsException enough) {
      return false;
    }
  }
}
