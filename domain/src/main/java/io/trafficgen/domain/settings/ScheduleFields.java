package io.trafficgen.domain.settings;

import static io.trafficgen.domain.settings.FieldRule.honoured;
import static io.trafficgen.domain.settings.FieldRule.ignored;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The rows of the product page from the schedule on. */
final class ScheduleFields {
  static final String NOT_SPREAD = "nothing is spread without a daily limit";
  private static final String ADMIN = "an administrator's alone to set";
  private static final String PRETENCE = "no visit pretends to be a person's";

  static final List<FieldRule> RULES =
      List.of(
          honoured(
              "scheduleMode",
              settings ->
                  settings.pacing().burst().isPresent()
                      ? ScheduleMode.BURST
                      : ScheduleMode.CONTINUOUS),
          burst("scheduleTrafficAmount", Burst::visits)
              .limited(
                  project ->
                      project.dailyLimit() > 0
                          && project.settings().pacing().burst().orElseThrow().visits()
                              > project.dailyLimit(),
                  "daily_limit caps it"),
          burst("scheduleTime", Burst::from),
          burst("scheduleDuration", ScheduleFields::minutes)
              .limited(
                  project -> {
                    Burst burst = project.settings().pacing().burst().orElseThrow();
                    return minutes(burst) < burst.over().toMinutes();
                  },
                  "a burst ends with its day"),
          honoured("scheduleStart", settings -> settings.pacing().notBefore()),
          honoured("scheduleEnd", settings -> settings.pacing().notAfter()),
          honoured("schedulePattern", settings -> settings.pacing().arrival())
              .limited(EffectiveCase::closed, NOT_SPREAD)
              .decided(project -> project.given("qa.arrival"), "qa.arrival wins"),
          honoured(
                  "nightDayVolume",
                  settings -> settings.pacing().curve().equals(HourlyCurve.standard()))
              .decided(project -> project.given("qa.hourlyCurve"), "qa.hourlyCurve wins")
              .limited(givenAndClosed("nightDayVolume"), NOT_SPREAD)
              .limited(givenInBurst("nightDayVolume"), "a burst has hours of its own"),
          honoured("randomizeDailyVolume", settings -> settings.pacing().varied())
              .limited(
                  project -> project.closed() && project.settings().pacing().varied(), NOT_SPREAD),
          honoured("cacheWebsite", settings -> settings.browsing().cache()),
          honoured("minimizeCpu", settings -> settings.browsing().minimizeCpu()),
          honoured("randomizeSession", settings -> settings.browsing().freshJar()),
          honoured("clickInternal", settings -> settings.discovery().clicks())
              .limited(
                  project ->
                      project.settings().discovery().clicks()
                          < project.settings().discovery().clickInternal(),
                  "so many clicks a visit at most"),
          ignored("pageViewsWithScroll", "no reader scrolls"),
          honoured("autoRenew", settings -> settings.supervision().autoRenew()),
          ignored("gaId", "no analytics hits are made up"),
          ignored("ga4NaturalEvents", "no analytics hits are made up"),
          ignored("antiFingerprint", PRETENCE),
          ignored("residentialIps", PRETENCE),
          ignored("shortener", "visits go straight to verified hosts"),
          ignored("clickExternal", "visits stay on verified hosts"),
          ignored("adminPriority", ADMIN),
          ignored("adminWeight", ADMIN),
          ignored("forceStopReason", ADMIN));

  private ScheduleFields() {}

  static Predicate<EffectiveCase> givenAndClosed(String field) {
    return project -> project.given(field) && project.closed();
  }

  static Predicate<EffectiveCase> givenInBurst(String field) {
    return project -> project.given(field) && project.settings().pacing().burst().isPresent();
  }

  private static FieldRule burst(String field, Function<Burst, ?> value) {
    return honoured(field, settings -> settings.pacing().burst().<Object>map(value))
        .ignored(
            project -> project.settings().pacing().burst().isEmpty(),
            "only with scheduleMode burst");
  }

  /** In force: to midnight at most. */
  private static long minutes(Burst burst) {
    Duration left = Duration.ofDays(1).minus(Duration.between(LocalTime.MIN, burst.from()));
    return Math.min(burst.over().toMinutes(), left.toMinutes());
  }
}
