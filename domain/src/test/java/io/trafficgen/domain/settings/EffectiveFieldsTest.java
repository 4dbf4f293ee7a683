package io.trafficgen.domain.settings;

import static io.trafficgen.domain.settings.SettingsText.document;
import static io.trafficgen.domain.settings.SettingsText.only;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of fields against the product page, and against what is read. */
class EffectiveFieldsTest {
  /** The table of the product page, 1.3, from top to bottom, and then {@code qa}. */
  private static final List<String> PAGE =
      List.of(
          """
          trafficSpeed bounceRate returnRate deviceSplit deviceSpecific tabletSplit browser
          timeOnPage timezone language languages entryUrls innerUrls exitUrls innerUrlCount
          urlVisitOrder autoCrawlEntry autoCrawlInner autoCrawlExit sitemap websiteCrawler
          geoTargets citiesGeoTargeting countries proxyMode customProxies
          utmSource utmMedium utmCampaign utmTerm utmContent
          trafficSource keywords referralUrls socialPlatforms
          scheduleMode scheduleTrafficAmount scheduleTime scheduleDuration
          scheduleStart scheduleEnd schedulePattern nightDayVolume randomizeDailyVolume
          cacheWebsite minimizeCpu randomizeSession clickInternal pageViewsWithScroll autoRenew
          gaId ga4NaturalEvents antiFingerprint residentialIps shortener clickExternal
          adminPriority adminWeight forceStopReason
          qa.schemaVersion qa.arrival qa.hourlyCurve qa.activeDays qa.rampMinutes
          qa.maxVisitsPerMinute qa.maxConcurrent qa.pagesPerVisit qa.dwellJitterPercent
          qa.ifGeoUnavailable qa.respectRobots qa.blockThirdParty
          qa.success.maxStatus qa.success.maxMillis qa.success.mustContain
          qa.stopOn.errorRatePercent qa.stopOn.p95Millis qa.stopOn.windowVisits
          qa.stopOn.onRetryAfter qa.notify.url qa.notify.events qa.labels
          """
              .strip()
              .split("\\s+"));

  static List<String> ignored() {
    return FieldNames.ignored();
  }

  @Test
  void shows_each_field_of_the_page_once_and_in_its_order() {
    assertThat(EffectivePlan.of(document(""), 0).fields())
        .extracting(EffectiveField::field)
        .containsExactlyElementsOf(PAGE);
  }

  @Test
  void has_an_entry_for_every_field_that_is_read() {
    assertThat(PAGE).containsAll(FieldNames.asked());
  }

  @Test
  void ignores_exactly_what_is_not_read() {
    assertThat(FieldNames.ignored())
        .containsExactly(
            "citiesGeoTargeting",
            "trafficSource",
            "socialPlatforms",
            "pageViewsWithScroll",
            "gaId",
            "ga4NaturalEvents",
            "antiFingerprint",
            "residentialIps",
            "shortener",
            "clickExternal",
            "adminPriority",
            "adminWeight",
            "forceStopReason");
  }

  @ParameterizedTest
  @MethodSource("ignored")
  void tells_why_a_field_is_ignored_and_changes_nothing_for_it(String field) {
    for (String value : List.of("true", "7", "'x'", "{'a':[1]}", "[[]]", "null")) {
      SettingsDocument document = only(field, value);
      assertThat(ProjectSettings.parse(document)).isEqualTo(ProjectSettings.parse(document("")));
      assertThat(EffectivePlan.of(document, 0).fields())
          .filteredOn(one -> one.field().equals(field))
          .singleElement()
          .satisfies(one -> {
            assertThat(one.treatment()).isEqualTo(Treatment.IGNORED);
            assertThat(one.value()).isEmpty();
            assertThat(one.reason()).isNotEmpty();
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "7", "{'a':[1]}", "[[],7,null]", "','", "''"})
  void never_refuses_keywords_and_referrers(String value) {
    for (String field : List.of("keywords", "referralUrls")) {
      assertThat(ProjectSettings.parse(only(field, value)))
          .isEqualTo(ProjectSettings.parse(document("")));
    }
  }
}
