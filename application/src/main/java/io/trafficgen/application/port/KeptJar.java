package io.trafficgen.application.port;

import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;

/** The cookies that a completed visit left, for another visit of the same project to come back. */
public record KeptJar(ProjectId project, VisitId visit, Instant leftAt, List<Cookie> cookies) {
  public KeptJar {
    cookies = List.copyOf(cookies);
  }
}
