package io.trafficgen.bootstrap;

import io.trafficgen.application.account.AccountMails;
import io.trafficgen.application.account.ChangeProfile;
import io.trafficgen.application.account.ChangeStanding;
import io.trafficgen.application.account.ClaimAdmin;
import io.trafficgen.application.account.CloseAccount;
import io.trafficgen.application.account.CodeChecks;
import io.trafficgen.application.account.ConfirmEmail;
import io.trafficgen.application.account.IdentifyCaller;
import io.trafficgen.application.account.IdentifyKeyHolder;
import io.trafficgen.application.account.InviteSomebody;
import io.trafficgen.application.account.ListAccounts;
import io.trafficgen.application.account.MakeApiKey;
import io.trafficgen.application.account.OfferSecondFactor;
import io.trafficgen.application.account.PasswordChecks;
import io.trafficgen.application.account.RefreshSession;
import io.trafficgen.application.account.RegisterAccount;
import io.trafficgen.application.account.RequestPasswordReset;
import io.trafficgen.application.account.ResetPassword;
import io.trafficgen.application.account.RevokeApiKey;
import io.trafficgen.application.account.SendConfirmation;
import io.trafficgen.application.account.SignIn;
import io.trafficgen.application.account.SignOut;
import io.trafficgen.application.account.TurnOffSecondFactor;
import io.trafficgen.application.account.TurnOnSecondFactor;
import io.trafficgen.application.audit.AuditTrail;
import io.trafficgen.application.audit.ListAuditLog;
import io.trafficgen.application.port.Mailer;
import io.trafficgen.domain.account.Email;
import io.trafficgen.persistence.PostgresAccountChanges;
import io.trafficgen.persistence.PostgresAccounts;
import io.trafficgen.persistence.PostgresAdminSecrets;
import io.trafficgen.persistence.PostgresAuditLog;
import io.trafficgen.persistence.PostgresInvitations;
import io.trafficgen.persistence.PostgresMailedTokens;
import io.trafficgen.persistence.PostgresSecondFactors;
import io.trafficgen.persistence.PostgresSessions;
import io.trafficgen.persistence.SealedSecrets;
import io.trafficgen.web.Access;
import io.trafficgen.web.AccountRoutes;
import io.trafficgen.web.AdminRoutes;
import io.trafficgen.web.AuthRoutes;
import io.trafficgen.web.BrowserSessions;
import io.trafficgen.web.CredentialRoutes;
import io.trafficgen.web.RecoveryRoutes;
import io.trafficgen.web.RouteGroup;
import io.trafficgen.web.mail.ConsoleMailer;
import io.trafficgen.web.mail.SmtpMailer;
import io.trafficgen.web.security.Argon2Passwords;
import io.trafficgen.web.security.CommonPasswords;
import io.trafficgen.web.security.SessionTokens;
import java.util.List;

/** Routes around accounts: who signs up and in, and what becomes of an account. */
final class AccountWiring {
  private final Wiring core;
  private final PostgresAccounts accounts;
  private final PostgresAccountChanges changes;
  private final PostgresSessions sessions;
  private final PostgresMailedTokens mailed;
  private final PostgresSecondFactors factors;
  private final PostgresInvitations invitations;
  private final PasswordChecks passwords;
  private final CodeChecks codes;
  private final AccountMails mails;
  private final AuditTrail trail;

  AccountWiring(Wiring core) {
    this.core = core;
    this.accounts = new PostgresAccounts(core.database);
    this.changes = new PostgresAccountChanges(core.database);
    this.sessions = new PostgresSessions(core.database);
    this.mailed = new PostgresMailedTokens(core.database);
    this.factors =
        new PostgresSecondFactors(
            core.database, new SealedSecrets(core.data.key("second-factors"), core.random));
    this.invitations = new PostgresInvitations(core.database);
    this.passwords =
        new PasswordChecks(
            new Argon2Passwords(core.random), CommonPasswords.standard(), core.clock);
    this.codes = new CodeChecks(core.clock);
    this.mails =
        new AccountMails(
            accounts,
            mailed,
            mailer(core),
            core.opaqueTokens,
            core.config.baseUrl().toString(),
            core.background,
            core.clock);
    this.trail = new AuditTrail(core.ids, core.clock);
  }

  /** Off this machine an admin needs a second factor; for a first look on it none is asked. */
  Access access(SessionTokens tokens, BrowserSessions browsers) {
    return new Access(
        tokens,
        new IdentifyCaller(sessions, core.clock),
        new IdentifyKeyHolder(accounts),
        browsers,
        !core.config.isLocal());
  }

  List<RouteGroup> routes(SessionTokens tokens, Access access) {
    return List.of(
        auth(tokens, access), recovery(access), me(access), credentials(access), admin(access));
  }

  private static Mailer mailer(Wiring core) {
    Email sender = new Email("trafficgen@" + core.config.baseUrl().getHost());
    return core.config
        .smtp()
        .<Mailer>map(server -> new SmtpMailer(server, sender, core.clock))
        .orElseGet(ConsoleMailer::new);
  }

  private RouteGroup auth(SessionTokens tokens, Access access) {
    return new AuthRoutes(
        new RegisterAccount(
            accounts,
            invitations,
            AffiliateWiring.referrals(core),
            passwords,
            mails,
            core.ids,
            core.random,
            core.clock,
            core.config.registration()),
        new SignIn(
            accounts, sessions, factors, passwords, codes, core.opaqueTokens, core.ids, core.clock),
        new RefreshSession(sessions, core.opaqueTokens, core.clock),
        new SignOut(sessions),
        tokens,
        access);
  }

  private RouteGroup recovery(Access access) {
    return new RecoveryRoutes(
        new ConfirmEmail(mailed, core.clock),
        new SendConfirmation(mails),
        new RequestPasswordReset(mails),
        new ResetPassword(accounts, mailed, passwords, mails, trail, core.clock),
        access);
  }

  private RouteGroup me(Access access) {
    return new AccountRoutes(
        new ChangeProfile(accounts, changes, passwords, mails, trail),
        new CloseAccount(changes, passwords, core.feed, trail),
        new ClaimAdmin(new PostgresAdminSecrets(core.database), trail),
        access);
  }

  private RouteGroup credentials(Access access) {
    return new CredentialRoutes(
        new MakeApiKey(changes, core.opaqueTokens, trail),
        new RevokeApiKey(changes, trail),
        new OfferSecondFactor(factors, core.random),
        new TurnOnSecondFactor(factors, codes, trail),
        new TurnOffSecondFactor(factors, codes, trail),
        access);
  }

  private RouteGroup admin(Access access) {
    return new AdminRoutes(
        new ListAccounts(accounts),
        new ChangeStanding(accounts, changes, core.feed, trail),
        new InviteSomebody(invitations, mails, core.opaqueTokens, trail, core.clock),
        new ListAuditLog(new PostgresAuditLog(core.database)),
        access);
  }
}
