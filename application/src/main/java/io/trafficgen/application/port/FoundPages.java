package io.trafficgen.application.port;

import io.trafficgen.domain.project.ProjectId;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Pages that were found on the sites of projects, each project's own. */
public interface FoundPages {
  /**
   * What was found last by this wish; empty if nothing was yet.
   *
   * @param wish names where was looked and for what; another wish finds nothing of this one
   */
  List<URI> of(ProjectId project, String wish);

  /**
   * Takes the next search for the caller alone: of several callers at once one gets it.
   *
   * @param foundBefore a search by the same wish that ended later makes another needless
   * @param until nobody else gets it before then
   * @return whether the caller got it
   */
  boolean claim(ProjectId project, String wish, Instant now, Instant foundBefore, Instant until);

  /** Replaces what is known of the project. */
  void store(ProjectId project, String wish, List<URI> pages, Instant foundAt);
}
