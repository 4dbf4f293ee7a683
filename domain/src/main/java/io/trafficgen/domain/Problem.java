package io.trafficgen.domain;

import java.util.Objects;

/**
 * One reason why a value was refused.
 *
 * @param pointer where it stands in the input, as a JSON pointer (RFC 6901); empty for the whole
 * @param reason one sentence that says what is wrong
 * @param example a value that would be accepted; empty if none can be given
 */
public record Problem(String pointer, String reason, String example) {
  public Problem {
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(example, "example");
  }

  /** The same problem seen from further outside: {@code prefix} is put before the pointer. */
  public Problem under(String prefix) {
    return new Problem(prefix + pointer, reason, example);
  }
}
