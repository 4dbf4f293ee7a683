package io.trafficgen.application.port;

import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.RunHealth;
import java.time.Instant;

/** How the stored visits of projects went. */
public interface RunHealths {
  /**
   * @param since visits that started before tell nothing any more
   * @param mostVisits the last ones that are looked at
   * @param timed whether the times of page loads are wanted
   */
  RunHealth of(ProjectId project, Instant since, int mostVisits, boolean timed);
}
