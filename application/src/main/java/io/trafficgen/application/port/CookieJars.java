package io.trafficgen.application.port;

import io.trafficgen.domain.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Cookie jars that visits left: of each project its newest, and for that project alone. */
public interface CookieJars {
  /** Jars that are kept of a project at most. */
  int MOST = 100;

  /** Keeps the jars; of each project the oldest beyond {@link #MOST} go. */
  void keep(List<KeptJar> jars);

  /**
   * One of the project's jars.
   *
   * @param choice which, from 0, the newest, to less than 1
   * @param since older jars are gone
   * @return empty if there is none
   */
  Optional<KeptJar> find(ProjectId project, double choice, Instant since);
}
