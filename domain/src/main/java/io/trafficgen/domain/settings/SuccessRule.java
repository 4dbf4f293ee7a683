package io.trafficgen.domain.settings;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code qa.success}: when a page counts as loaded well.
 *
 * @param maxStatus the highest HTTP status that does, 100 to 599
 * @param maxTime the longest load that does
 * @param mustContain text that the page has to hold; empty for none
 */
public record SuccessRule(int maxStatus, Duration maxTime, Optional<String> mustContain) {
  private static final WholeNumber MILLIS = new WholeNumber(1, 300_000);

  public SuccessRule {
    Objects.requireNonNull(maxTime, "maxTime");
    Objects.requireNonNull(mustContain, "mustContain");
  }

  static SuccessRule read(FieldReader success) {
    return new SuccessRule(
        success.read("maxStatus", 399, new WholeNumber(100, 599)),
        Duration.ofMillis(success.read("maxMillis", 30_000, MILLIS)),
        success.find("mustContain", new ShortText(1000)));
  }
}
