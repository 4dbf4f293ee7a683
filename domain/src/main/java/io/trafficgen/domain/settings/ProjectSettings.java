package io.trafficgen.domain.settings;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The settings that a project runs with: the fields of the product page, 1.3, that are served now,
 * each with its default when absent, null or blank. Unknown fields are not looked at; they live on
 * in the {@link SettingsDocument}.
 *
 * @param trafficSpeed 0 to 100
 * @param geoTargets wished countries; empty for any
 * @param timeOnPage dwell on each page before jitter
 * @param dwellJitterPercent 0 to 100: dwell varies by so much both ways
 * @param timezone where the project's days begin
 * @param entryUrls at least one; http or https, with a host
 * @param innerUrlCount pages after the entry page, 0 to 10
 * @param bounceRate percent of the visits that end after the entry page
 * @param minimizeCpu whether pages load without script and style
 * @param acceptLanguage value of the Accept-Language header
 * @param maxStatus the highest HTTP status that counts as a page, 100 to 599
 */
public record ProjectSettings(
    int trafficSpeed,
    DeviceMix deviceMix,
    List<GeoTarget> geoTargets,
    Duration timeOnPage,
    int dwellJitterPercent,
    ZoneId timezone,
    List<URI> entryUrls,
    List<URI> innerUrls,
    int innerUrlCount,
    UrlVisitOrder urlVisitOrder,
    int bounceRate,
    boolean minimizeCpu,
    String acceptLanguage,
    Pacing pacing,
    int maxStatus) {
  public ProjectSettings {
    geoTargets = List.copyOf(geoTargets);
    entryUrls = List.copyOf(entryUrls);
    innerUrls = List.copyOf(innerUrls);
  }

  /**
   * The view a project starts with.
   *
   * @throws io.trafficgen.domain.InvalidValueException with every problem of the known fields;
   *     pointers are relative to the settings object
   */
  public static ProjectSettings parse(SettingsDocument document) {
    FieldReader fields = FieldReader.of(document.root());
    FieldReader qa = fields.object("qa");
    qa.read("schemaVersion", 1, new WholeNumber(1, 1));
    ProjectSettings settings =
        new ProjectSettings(
            fields.read("trafficSpeed", 100, WholeNumber.PERCENT),
            deviceMix(fields),
            geoTargets(fields),
            fields.read("timeOnPage", Duration.ofSeconds(30), TimeOnPage::parse),
            qa.read("dwellJitterPercent", 20, WholeNumber.PERCENT),
            fields.read("timezone", ZoneOffset.UTC, ProjectTimeZone::parse),
            fields.require("entryUrls", UrlList.EXAMPLE, UrlList::parse).orElse(List.of()),
            fields.read("innerUrls", List.of(), UrlList::parse),
            fields.read("innerUrlCount", 0, new WholeNumber(0, 10)),
            fields.read(
                "urlVisitOrder", UrlVisitOrder.SEQUENTIAL, new Choice<>(UrlVisitOrder.class)),
            fields.read("bounceRate", 0, WholeNumber.PERCENT),
            fields.read("minimizeCpu", false, ScalarForm::flag),
            acceptLanguage(fields),
            Pacing.read(qa),
            qa.object("success").read("maxStatus", 399, new WholeNumber(100, 599)));
    fields.finish();
    return settings;
  }

  /** Visits under way at once: linear in the speed (plan, section 4 A), rounded up; 0 is paused. */
  public int concurrency() {
    return Math.ceilDiv(trafficSpeed * pacing.maxConcurrent(), 100);
  }

  private static DeviceMix deviceMix(FieldReader fields) {
    return new DeviceMix(
        fields.read("deviceSplit", 70, WholeNumber.PERCENT),
        fields.read("deviceSpecific", EnumSet.allOf(Platform.class), DeviceSpecific::parse));
  }

  /** {@code countries} counts only without {@code geoTargets}. */
  private static List<GeoTarget> geoTargets(FieldReader fields) {
    return fields.has("geoTargets")
        ? fields.read("geoTargets", List.of(), GeoTargets::parse)
        : fields.read("countries", List.of(), GeoTargets::parseCountries);
  }

  private static String acceptLanguage(FieldReader fields) {
    return Languages.acceptLanguage(
        Stream.of("language", "languages")
            .flatMap(name -> fields.read(name, List.<String>of(), Languages::parse).stream()));
  }
}
