package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.AuditLog;
import io.trafficgen.application.port.HostPauses;
import io.trafficgen.application.port.Projects;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.audit.AuditEntry;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.safety.KillSwitch;
import io.trafficgen.domain.safety.KillTarget;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.Verification;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the contract of safeguards does again and again. */
interface SafetyScene {
  Accounts accounts();

  Sites sites();

  Projects projects();

  AuditLog auditLog();

  Safeguards safeguards();

  HostPauses pauses();

  default KillSwitch newest() {
    return safeguards().switches(all()).items().get(0);
  }

  static PageRequest all() {
    return new PageRequest(100, Optional.empty());
  }

  static AuditEntry entry(String subject) {
    return new AuditEntry(
        Fixtures.uuid(), NOW, Actor.SYSTEM, AuditAction.KILL_SWITCH_ON, subject, "for a test");
  }

  default List<Project> put(KillTarget target, boolean on) {
    // Later ones have greater identities, so that of equal times the last is the newest.
    KillSwitch wanted = new KillSwitch(Fixtures.uuid(), target, on, "for a test", NOW, 0);
    return safeguards().put(wanted, entry("a:" + target.key()));
  }

  default List<Project> change(Host host, OptionalInt cap, boolean blocked) {
    return safeguards()
        .change(host, rule -> new HostRule(host, cap, blocked), entry("host:" + host), NOW);
  }

  default Project stored(Project project) {
    return projects().find(project.account(), project.id()).orElseThrow();
  }

  static Host host() {
    return Host.parse("harm" + Fixtures.uuid().getLeastSignificantBits() % 100_000 + ".example");
  }

  default AccountId owner() {
    Account account = Fixtures.account();
    accounts().add(account);
    return account.id();
  }

  default Project active(Host host) {
    AccountId owner = owner();
    Project project =
        Fixtures.project(owner, VisitLimits.none(), "{\"entryUrls\":\"https://" + host + "/\"}");
    projects().add(project);
    return projects().start(owner, project.id(), NOW).orElseThrow();
  }

  default AccountId verified(Host host, boolean proved) {
    AccountId owner = owner();
    Optional<Verification> proof =
        proved
            ? Optional.of(new Verification(ProofMethod.FILE, SiteTerms.none()))
            : Optional.empty();
    sites().add(new Site(new SiteId(Fixtures.uuid()), owner, host, proof, Optional.of(NOW), NOW));
    return owner;
  }
}
