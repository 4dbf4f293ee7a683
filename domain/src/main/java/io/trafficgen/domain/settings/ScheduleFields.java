package io.trafficgen.domain.settings;

import static io.trafficgen.domain.settings.FieldRule.honoured;
import static io.trafficgen.domain.settings.FieldRule.ignored;
import static io.trafficgen.domain.settings.FieldRule.inForce;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rows of the product page from the schedule on. */
final class ScheduleFields {
  static final String NOT_SPREAD = "nothing is spread without a daily limit";
  static final String OWN_HOURS = "a burst has hours of its own";
  private static final String ONLY_IN_BURST = "only with scheduleMode burst";
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
          inForce("scheduleTrafficAmount", ScheduleFields::amount)
              .ignored(ScheduleFields::isContinuous, ONLY_IN_BURST)
              .limited(
                  project ->
                      project.settings().pacing().burst().orElseThrow().visits()
                          > amount(project).orElseThrow(),
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
              .ignored(EffectiveCase::closed, NOT_SPREAD)
              .decided(project -> project.given("qa.arrival"), "qa.arrival wins"),
          honoured(
                  "nightDayVolume",
                  settings -> settings.pacing().curve().equals(HourlyCurve.standard()))
              .ignored(project -> project.given("nightDayVolume") && project.closed(), NOT_SPREAD)
              .ignored(
                  project -> project.given("nightDayVolume") && !isContinuous(project), OWN_HOURS)
              .decided(project -> project.given("qa.hourlyCurve"), "qa.hourlyCurve wins"),
          honoured("randomizeDailyVolume", settings -> settings.pacing().varied())
              .ignored(
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

  private static FieldRule burst(String field, Function<Burst, ?> value) {
    return honoured(field, settings -> settings.pacing().burst().<Object>map(value))
        .ignored(ScheduleFields::isContinuous, ONLY_IN_BURST);
  }

  private static boolean isContinuous(EffectiveCase project) {
    return project.settings().pacing().burst().isEmpty();
  }

  private static Optional<Integer> amount(EffectiveCase project) {
    int limit = project.dailyLimit() == 0 ? Integer.MAX_VALUE : project.dailyLimit();
    return project.settings().pacing().burst().map(burst -> Math.min(burst.visits(), limit));
  }

  /** In force: to midnight at most. */
  private static long minutes(Burst burst) {
    Duration left = Duration.ofDays(1).minus(Duration.between(LocalTime.MIN, burst.from()));
    return Math.min(burst.over().toMinutes(), left.toMinutes());
  }
}
