package io.trafficgen.application.site;

import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteProof;
import java.util.List;

/**
 * A site as its owner sees it.
 *
 * @param proof what to show on the host
 * @param problems why the last check found no proof; empty if it did, or was not made now
 */
public record SiteReport(Site site, SiteProof proof, List<String> problems) {
  public SiteReport {
    problems = List.copyOf(problems);
  }
}
