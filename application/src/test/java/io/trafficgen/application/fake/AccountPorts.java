package io.trafficgen.application.fake;

import io.trafficgen.domain.account.Account;

/** The ports around accounts in memory, on the same accounts. */
public class AccountPorts {
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemorySessions sessions = new InMemorySessions(accounts);
  private final InMemoryAuditLog auditLog = new InMemoryAuditLog();
  private final InMemoryProjects projects =
      new InMemoryProjects(id -> accounts.find(id).filter(Account::isDisabled).isPresent());
  private final InMemoryMailedTokens mailedTokens =
      new InMemoryMailedTokens(accounts, sessions, auditLog);
  private final InMemorySecondFactors secondFactors = new InMemorySecondFactors(accounts, auditLog);
  private final InMemoryInvitations invitations = new InMemoryInvitations(accounts, auditLog);
  private final InMemoryAdminSecrets adminSecrets = new InMemoryAdminSecrets(accounts, auditLog);
  private final InMemoryAccountChanges accountChanges =
      new InMemoryAccountChanges(accounts, sessions, mailedTokens, projects, auditLog);

  public InMemoryAccounts accounts() {
    return accounts;
  }

  public InMemorySessions sessions() {
    return sessions;
  }

  public InMemoryAuditLog auditLog() {
    return auditLog;
  }

  public InMemoryProjects projects() {
    return projects;
  }

  public InMemoryMailedTokens mailedTokens() {
    return mailedTokens;
  }

  public InMemorySecondFactors secondFactors() {
    return secondFactors;
  }

  public InMemoryInvitations invitations() {
    return invitations;
  }

  public InMemoryAdminSecrets adminSecrets() {
    return adminSecrets;
  }

  public InMemoryAccountChanges accountChanges() {
    return accountChanges;
  }
}
