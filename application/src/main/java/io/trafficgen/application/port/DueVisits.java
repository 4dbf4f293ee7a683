package io.trafficgen.application.port;

import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.DueSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts what was due and never granted: the visits that were dropped (engine page, 4.3). */
public interface DueVisits {
  /** Until when the project's due visits are counted; empty if none ever were. */
  Optional<Instant> countedUntil(ProjectId project);

  /**
   * Counts as dropped what of each span was not granted in it, within the limit of its day. Once:
   * nothing is counted if somebody has counted beyond {@code from} meanwhile.
   *
   * @param from what {@link #countedUntil} answered
   * @param until from then on it is not counted yet
   */
  void count(ProjectId project, Optional<Instant> from, Instant until, List<DueSpan> spans);
}
