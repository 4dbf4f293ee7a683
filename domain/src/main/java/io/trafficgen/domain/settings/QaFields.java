package io.trafficgen.domain.settings;

import static io.trafficgen.domain.settings.FieldRule.honoured;
import static io.trafficgen.domain.settings.ScheduleFields.NOT_SPREAD;
import static io.trafficgen.domain.settings.ScheduleFields.OWN_HOURS;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of {@code qa}, in the order of the product page. */
final class QaFields {
  static final int SCHEMA_VERSION = 1;

  static final List<FieldRule> RULES =
      Stream.of(pacing(), visits(), outcomes()).flatMap(List::stream).toList();

  private QaFields() {}

  private static List<FieldRule> pacing() {
    return List.of(
        honoured("qa.schemaVersion", settings -> SCHEMA_VERSION),
        honoured("qa.arrival", settings -> settings.pacing().arrival())
            .ignored(EffectiveCase::closed, NOT_SPREAD)
            .decided(
                project -> !project.given("qa.arrival") && project.given("schedulePattern"),
                "schedulePattern decides"),
        honoured("qa.hourlyCurve", QaFields::curve)
            .ignored(project -> project.closed() && hasCurve(project), NOT_SPREAD)
            .ignored(
                project -> project.settings().pacing().burst().isPresent() && hasCurve(project),
                OWN_HOURS)
            .decided(
                project ->
                    !project.given("qa.hourlyCurve") && curve(project.settings()).isPresent(),
                "nightDayVolume decides"),
        honoured("qa.activeDays", settings -> settings.pacing().activeDays()),
        honoured("qa.rampMinutes", settings -> settings.pacing().ramp().toMinutes()),
        honoured("qa.maxVisitsPerMinute", settings -> settings.pacing().maxVisitsPerMinute()),
        honoured("qa.maxConcurrent", settings -> settings.pacing().maxConcurrent()));
  }

  private static boolean hasCurve(EffectiveCase project) {
    return project.given("qa.hourlyCurve") || curve(project.settings()).isPresent();
  }

  /** The flat curve is none. */
  private static Optional<List<Integer>> curve(ProjectSettings settings) {
    return Optional.of(settings.pacing().curve())
        .filter(curve -> !curve.equals(HourlyCurve.flat()))
        .map(HourlyCurve::weights);
  }

  private static List<FieldRule> visits() {
    return List.of(
        honoured("qa.pagesPerVisit", settings -> settings.pages().perVisit())
            .limited(QaFields::cannotFill, "there are no innerUrls to open"),
        honoured("qa.dwellJitterPercent", settings -> settings.pages().dwell().jitterPercent()),
        honoured("qa.ifGeoUnavailable", settings -> settings.routing().ifGeoUnavailable())
            .decided(
                project -> project.settings().routing().geoTargets().isEmpty(),
                "no country is asked for"),
        honoured("qa.respectRobots", settings -> settings.discovery().robots()),
        honoured("qa.blockThirdParty", settings -> settings.browsing().blocked()));
  }

  private static boolean cannotFill(EffectiveCase project) {
    Pages pages = project.settings().pages();
    int listed = pages.exitUrls().isEmpty() ? 1 : 2;
    Discovery discovery = project.settings().discovery();
    boolean unlisted = discovery.joinsInner() || discovery.clicks() > 0;
    return pages.innerUrls().isEmpty()
        && !unlisted
        && pages.perVisit().filter(range -> range.max() > listed).isPresent();
  }

  private static List<FieldRule> outcomes() {
    return List.of(
        honoured("qa.success.maxStatus", settings -> success(settings).maxStatus()),
        honoured("qa.success.maxMillis", settings -> success(settings).maxTime().toMillis()),
        honoured("qa.success.mustContain", settings -> success(settings).mustContain()),
        honoured("qa.stopOn.errorRatePercent", settings -> stopOn(settings).errorRatePercent()),
        honoured("qa.stopOn.p95Millis", settings -> stopOn(settings).p95().map(Duration::toMillis)),
        honoured("qa.stopOn.windowVisits", settings -> stopOn(settings).windowVisits()),
        honoured("qa.stopOn.onRetryAfter", settings -> stopOn(settings).onRetryAfter()),
        honoured("qa.notify.url", settings -> notices(settings).url()),
        honoured(
                "qa.notify.events",
                settings -> notices(settings).events().stream().sorted().toList())
            .ignored(
                project -> notices(project.settings()).url().isEmpty(),
                "there is no qa.notify.url"),
        honoured("qa.labels", settings -> settings.supervision().labels()));
  }

  private static SuccessRule success(ProjectSettings settings) {
    return settings.supervision().success();
  }

  private static StopRule stopOn(ProjectSettings settings) {
    return settings.supervision().stopRule();
  }

  private static Notices notices(ProjectSettings settings) {
    return settings.supervision().notices();
  }
}
