package io.trafficgen.application;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import java.util.List;

/** A well-formed wish that cannot be granted as things stand now; says what would help. */
public final class NotAllowedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public NotAllowedException(String detail, List<Problem> problems) {
    super(detail);
    this.problems = List.copyOf(problems);
  }

  /** A wish whose stored values are unusable. */
  public static NotAllowedException because(String detail, InvalidValueException cause) {
    return new NotAllowedException(detail, cause.problems());
  }

  /** Each field in the way, and why. */
  public List<Problem> problems() {
    return problems;
  }
}
