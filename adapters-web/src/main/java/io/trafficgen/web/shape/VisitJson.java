package io.trafficgen.web.shape;

import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The end of a visit, in the stream and in the list (product page, 1.5).
 *
 * @param outcome {@code completed} or {@code failed}
 * @param reason why it failed
 * @param ts when it ended
 */
public record VisitJson(
    String type,
    UUID projectId,
    UUID visitId,
    String outcome,
    Optional<String> reason,
    int pages,
    long durationMs,
    boolean charged,
    Instant ts) {
  public static VisitJson of(Visit visit, boolean charged) {
    Optional<String> reason =
        switch (visit.outcome()) {
          case VisitOutcome.Completed completed -> Optional.empty();
          case VisitOutcome.Failed failed -> Optional.of(failed.reason().wireName());
        };
    return new VisitJson(
        "visit",
        visit.project().value(),
        visit.id().value(),
        visit.outcome().isCompleted() ? "completed" : "failed",
        reason,
        visit.pages(),
        visit.duration().toMillis(),
        charged,
        visit.endedAt());
  }
}
