package io.trafficgen.application.project;

import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.settings.SettingsDocument;
import io.trafficgen.domain.site.Site;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What must hold before a project runs: usable settings, and a live proof of every host in them.
 */
public final class StartConditions {
  private final Sites sites;

  public StartConditions(Sites sites) {
    this.sites = sites;
  }

  /**
   * @param pointer where the settings stand in what the owner sent, for example {@code /settings}
   * @throws NotAllowedException naming every field or URL in the way
   */
  void require(AccountId owner, SettingsDocument document, String pointer) {
    List<Problem> problems = obstacles(owner, usable(document, pointer), pointer);
    if (!problems.isEmpty()) {
      throw new NotAllowedException("not every host is verified", problems);
    }
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

  /** Every URL in the way of usable settings. */
  List<Problem> obstacles(AccountId owner, ProjectSettings settings, String pointer) {
    List<Site> verified = sites.verified(owner);
    List<Problem> problems = new ArrayList<>();
    collect(problems, verified, settings.entryUrls(), pointer + "/entryUrls");
    collect(problems, verified, settings.pages().innerUrls(), pointer + "/innerUrls");
    collect(problems, verified, settings.pages().exitUrls(), pointer + "/exitUrls");
    return problems;
  }

  private static void collect(
      List<Problem> problems, List<Site> verified, List<URI> urls, String pointer) {
    for (URI url : urls) {
      if (verified.stream().noneMatch(site -> site.host().covers(url))) {
        problems.add(
            new Problem(
                pointer,
                url + " is on a host that this account has not verified",
                verified.isEmpty()
                    ? "POST /api/sites, then /api/sites/{id}/verify"
                    : "http://" + verified.get(0).host() + "/"));
      }
    }
  }
}
