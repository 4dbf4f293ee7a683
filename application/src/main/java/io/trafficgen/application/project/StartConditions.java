package io.trafficgen.application.project;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.application.port.Sites;
import io.trafficgen.application.site.ConfirmSites;
import io.trafficgen.application.site.SiteReport;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.PageUrls;
import io.trafficgen.domain.project.PageUrls.PageUrl;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.safety.KillScope;
import io.trafficgen.domain.safety.KillTarget;
import io.trafficgen.domain.safety.SafetyRules;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.site.Site;
import java.util.List;
import java.util.Optional;

/**
 * What must hold before a project runs: usable settings, a live proof of every host in them, and
 * leave of each host to visit its pages.
 */
public final class StartConditions {
  private final Sites sites;
  private final Safeguards safeguards;
  private final ConfirmSites confirm;

  public StartConditions(Sites sites, Safeguards safeguards, ConfirmSites confirm) {
    this.sites = sites;
    this.safeguards = safeguards;
    this.confirm = confirm;
  }

  /**
   * Looks for the proofs once more, but for nothing on a host that was never verified.
   *
   * @param pointer where the settings stand in what the owner sent, for example {@code /settings}
   * @throws NotAllowedException naming every field or URL in the way
   */
  void require(AccountId owner, SettingsDocument document, String pointer) {
    PageUrls pages = PageUrls.of(usable(document, pointer));
    SafetyRules rules = safeguards.rules();
    requireLeave(rules.refusal(owner));
    List<Site> verified = sites.verified(owner);
    List<Problem> problems = obstacles(verified, pages, rules, pointer);
    if (!problems.isEmpty()) {
      throw new NotAllowedException("not every page may be visited", problems);
    }
    requireProofs(verified.stream().filter(site -> pages.on(site.host())).toList(), pages, pointer);
  }

  /**
   * @throws NotAllowedException if the operator stopped the project
   */
  void requireLeave(ProjectId project) {
    requireLeave(safeguards.rules().refusal(new KillTarget(KillScope.PROJECT, project.toString())));
  }

  private static void requireLeave(Optional<String> refusal) {
    refusal.ifPresent(reason -> {
      throw new NotAllowedException(
          "the operator allows no start", List.of(new Problem("", reason, "ask the operator")));
    });
  }

  /**
   * @throws NotAllowedException naming every field in the way
   */
  static ProjectSettings usable(SettingsDocument document, String pointer) {
    try {
      return ProjectSettings.parse(document);
    } catch (InvalidValueException e) {
      throw NotAllowedException.because("the settings cannot be run", e.under(pointer));
    }
  }

  /** Every URL in the way of usable settings, as far as it is known without asking a host. */
  List<Problem> obstacles(AccountId owner, ProjectSettings settings, String pointer) {
    return obstacles(sites.verified(owner), PageUrls.of(settings), safeguards.rules(), pointer);
  }

  private static List<Problem> obstacles(
      List<Site> verified, PageUrls pages, SafetyRules rules, String pointer) {
    return pages.urls().stream()
        .flatMap(page -> obstacle(verified, page, rules).stream())
        .map(problem -> problem.under(pointer))
        .toList();
  }

  private static Optional<Problem> obstacle(List<Site> verified, PageUrl page, SafetyRules rules) {
    Optional<Site> site =
        verified.stream().filter(known -> known.host().covers(page.url())).findFirst();
    if (site.isEmpty()) {
      return Optional.of(
          new Problem(
              "/" + page.field(),
              page.url() + " is on a host that this account has not verified",
              verified.isEmpty()
                  ? "POST /api/sites, then /api/sites/{id}/verify"
                  : "http://" + verified.get(0).host() + "/"));
    }
    Optional<String> refusal = rules.refusal(site.get().host());
    if (refusal.isPresent()) {
      return Optional.of(
          new Problem(
              "/" + page.field(), site.get().host() + " " + refusal.get(), "ask the operator"));
    }
    return site.flatMap(Site::verification)
        .filter(proof -> !proof.terms().allowsPath(page.url()))
        .map(proof ->
            new Problem(
                "/" + page.field(),
                page.url() + " is outside the paths that the site allows",
                "http://" + site.get().host() + proof.terms().paths().get(0)));
  }

  private void requireProofs(List<Site> used, PageUrls pages, String pointer) {
    List<Problem> problems =
        confirm.confirm(used).stream().map(report -> lost(report, pages).under(pointer)).toList();
    if (!problems.isEmpty()) {
      throw new NotAllowedException("not every host shows its proof any more", problems);
    }
  }

  private static Problem lost(SiteReport report, PageUrls pages) {
    String field =
        pages.urls().stream()
            .filter(page -> report.site().host().covers(page.url()))
            .map(PageUrl::field)
            .findFirst()
            .orElse("entryUrls");
    return new Problem(
        "/" + field,
        report.site().host() + " does not show its proof: " + String.join("; ", report.problems()),
        "POST /api/sites/" + report.site().id() + "/verify");
  }
}
