package io.trafficgen.web;

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
import io.trafficgen.application.fake.AccountPorts;
import io.trafficgen.web.security.CommonPasswords;
import java.util.List;

/** The routes around accounts of a {@link TestHouse}; mails go out before the answer. */
final class TestAccounts {
  private final TestHouse house;
  private final AccountPorts ports;
  private final TestSurroundings around;
  private final PasswordChecks passwords;
  private final CodeChecks codes;
  private final AccountMails mails;
  private final AuditTrail trail;

  TestAccounts(TestHouse house, TestSurroundings around) {
    this.house = house;
    this.ports = house.ports.account;
    this.around = around;
    this.passwords =
        new PasswordChecks(house.ports.passwords, CommonPasswords.standard(), house.clock);
    this.codes = new CodeChecks(house.clock);
    this.mails =
        new AccountMails(
            ports.accounts(),
            ports.mailedTokens(),
            house.ports.mailer,
            house.opaque,
            TestHouse.BASE_URL,
            Runnable::run,
            house.clock);
    this.trail = new AuditTrail(house.ids, house.clock);
  }

  Access access() {
    return around.access(
        house.tokens,
        new IdentifyCaller(ports.sessions(), house.clock),
        new IdentifyKeyHolder(ports.accounts()));
  }

  List<RouteGroup> routes(Access access) {
    return List.of(auth(access), recovery(access), me(access), credentials(access), admin(access));
  }

  private RouteGroup auth(Access access) {
    return new AuthRoutes(
        new RegisterAccount(
            ports.accounts(),
            ports.invitations(),
            TestAffiliates.referrals(house.ports),
            passwords,
            mails,
            house.ids,
            house.random,
            house.clock,
            around.registration()),
        new SignIn(
            ports.accounts(),
            ports.sessions(),
            ports.secondFactors(),
            passwords,
            codes,
            house.opaque,
            house.ids,
            house.clock),
        new RefreshSession(ports.sessions(), house.opaque, house.clock),
        new SignOut(ports.sessions()),
        house.tokens,
        access);
  }

  private RouteGroup recovery(Access access) {
    return new RecoveryRoutes(
        new ConfirmEmail(ports.mailedTokens(), house.clock),
        new SendConfirmation(mails),
        new RequestPasswordReset(mails),
        new ResetPassword(
            ports.accounts(), ports.mailedTokens(), passwords, mails, trail, house.clock),
        access);
  }

  private RouteGroup me(Access access) {
    return new AccountRoutes(
        new ChangeProfile(ports.accounts(), ports.accountChanges(), passwords, mails, trail),
        new CloseAccount(ports.accountChanges(), passwords, house.feed, trail),
        new ClaimAdmin(ports.adminSecrets(), trail),
        access);
  }

  private RouteGroup credentials(Access access) {
    return new CredentialRoutes(
        new MakeApiKey(ports.accountChanges(), house.opaque, trail),
        new RevokeApiKey(ports.accountChanges(), trail),
        new OfferSecondFactor(ports.secondFactors(), house.random),
        new TurnOnSecondFactor(ports.secondFactors(), codes, trail),
        new TurnOffSecondFactor(ports.secondFactors(), codes, trail),
        access);
  }

  private RouteGroup admin(Access access) {
    return new AdminRoutes(
        new ListAccounts(ports.accounts()),
        new ChangeStanding(ports.accounts(), ports.accountChanges(), house.feed, trail),
        new InviteSomebody(ports.invitations(), mails, house.opaque, trail, house.clock),
        new ListAuditLog(ports.auditLog()),
        access);
  }
}
