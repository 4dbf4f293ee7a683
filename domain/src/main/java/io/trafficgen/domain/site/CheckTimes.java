package io.trafficgen.domain.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;

/** When a proof in use is looked for again: hourly, and before each day (product page, 1.4). */
public final class CheckTimes {
  private static final Duration EVERY = Duration.ofHours(1);

  /** So long before a day begins its check has time enough. */
  private static final Duration BEFORE_DAY = Duration.ofMinutes(5);

  private CheckTimes() {}

  /**
   * @param checkedAt the last check
   * @param zones of the projects that visit the site
   */
  public static Instant next(Instant checkedAt, Collection<ZoneId> zones) {
    Instant next = checkedAt.plus(EVERY);
    for (ZoneId zone : zones) {
      Instant beforeDay = nextBeforeDay(checkedAt, zone);
      next = beforeDay.isBefore(next) ? beforeDay : next;
    }
    return next;
  }

  private static Instant nextBeforeDay(Instant checkedAt, ZoneId zone) {
    LocalDate checkedFor = checkedAt.plus(BEFORE_DAY).atZone(zone).toLocalDate();
    return checkedFor.plusDays(1).atStartOfDay(zone).toInstant().minus(BEFORE_DAY);
  }
}
