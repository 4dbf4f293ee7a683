package io.trafficgen.domain.visit;

/** How a visit ended. Only a completed one is charged. */
public sealed interface VisitOutcome {
  /** Every planned page was loaded and dwelt on. */
  record Completed() implements VisitOutcome {}

  /** The visit ended early. */
  record Failed(FailureReason reason) implements VisitOutcome {}

  default boolean isCompleted() {
    return this instanceof Completed;
  }
}
