package io.trafficgen.application.site;

import io.trafficgen.domain.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks once more for the proofs of sites before a project begins to visit them. */
public final class ConfirmSites {
  /** A proof that was checked so shortly ago is as good as new. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final CheckSite check;

  public ConfirmSites(CheckSite check) {
    this.check = check;
  }

  /**
   * @param verified sites with a live verification
   * @return reports of those whose proof was not found again
   */
  public List<SiteReport> confirm(List<Site> verified) {
    Instant fresh = check.now().minus(FRESH);
    List<SiteReport> lost = new ArrayList<>();
    for (Site site : verified) {
      if (site.checkedAt().filter(at -> !at.isBefore(fresh)).isEmpty()) {
        site.verification()
            .flatMap(verification -> check.ifFree(site, verification))
            .filter(report -> !report.problems().isEmpty())
            .ifPresent(lost::add);
      }
    }
    return lost;
  }
}
