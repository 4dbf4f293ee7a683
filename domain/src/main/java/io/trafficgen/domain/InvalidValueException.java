package io.trafficgen.domain;

import java.util.List;
import java.util.stream.Collectors;

/** A value that may not exist: every problem found in it, each with field, reason and example. */
public final class InvalidValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidValueException(List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> problem.pointer() + ": " + problem.reason())
            .collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public InvalidValueException(String pointer, String reason, String example) {
    this(List.of(new Problem(pointer, reason, example)));
  }

  /** All problems, at least one, in the order of the input. */
  public List<Problem> problems() {
    return problems;
  }

  /** The same refusal seen from further outside: {@code prefix} is put before each pointer. */
  public InvalidValueException under(String prefix) {
    return new InvalidValueException(
        problems.stream().map(problem -> problem.under(prefix)).toList());
  }
}
