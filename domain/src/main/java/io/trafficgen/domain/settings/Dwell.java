package io.trafficgen.domain.settings;

import java.time.Duration;
import java.util.Objects;

/**
 * How long a visit stays on each page.
 *
 * @param time {@code timeOnPage}
 * @param jitterPercent {@code qa.dwellJitterPercent}, 0 to 100: it varies by so much both ways
 */
public record Dwell(Duration time, int jitterPercent) {
  public Dwell {
    Objects.requireNonNull(time, "time");
  }

  static Dwell read(FieldReader fields, FieldReader qa) {
    return new Dwell(
        fields.read("timeOnPage", Duration.ofSeconds(30), TimeOnPage::parse),
        qa.read("dwellJitterPercent", 20, WholeNumber.PERCENT));
  }
}
