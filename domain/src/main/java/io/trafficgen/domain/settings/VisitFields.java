package io.trafficgen.domain.settings;

import static io.trafficgen.domain.settings.FieldRule.honoured;

import java.util.List;
import java.util.function.Predicate;

/** The rows of the product page that say what a visit does: from its speed to its pages. */
final class VisitFields {
  private static final String CRAWL =
      "pages on verified hosts alone, where robots.txt permits, and a bounded number";

  static final List<FieldRule> RULES =
      List.of(
          honoured("trafficSpeed", ProjectSettings::trafficSpeed).limited(VisitFields::concurrency),
          honoured("bounceRate", settings -> settings.pages().bounceRate()),
          honoured("returnRate", settings -> settings.browsing().returning())
              .limited(
                  project ->
                      project.settings().browsing().returnRate()
                          > project.settings().browsing().returning(),
                  "randomizeSession gives every visit a fresh jar"),
          honoured("deviceSplit", settings -> settings.deviceMix().desktopPercent())
              .decided(
                  project -> project.settings().deviceMix().hasNothingToSplit(),
                  "deviceSpecific decides"),
          honoured("deviceSpecific", settings -> settings.deviceMix().presented())
              .limited(
                  project ->
                      project.settings().deviceMix().presented().size()
                          < project.settings().deviceMix().platforms().size(),
                  "the chosen browser is made for these platforms alone"),
          honoured("tabletSplit", settings -> settings.deviceMix().tabletPercent())
              .limited(
                  project ->
                      project.settings().deviceMix().desktopPercent() == 100
                          && project.settings().deviceMix().tabletPercent() > 0,
                  "every visit is a desktop's"),
          honoured("browser", settings -> settings.deviceMix().browser())
              .limited(
                  project -> !project.settings().deviceMix().offersBrowser(),
                  "not made for all of these platforms; other visits present any browser"),
          honoured("timeOnPage", settings -> settings.pages().dwell().time()),
          honoured("timezone", ProjectSettings::timezone),
          honoured("language", settings -> settings.browsing().acceptLanguage())
              .decided(VisitFields::languagesJoined, "joined with languages")
              .decided(project -> project.given("languages"), "languages decides"),
          honoured("languages", settings -> settings.browsing().acceptLanguage())
              .decided(VisitFields::languagesJoined, "joined with language")
              .decided(project -> project.given("language"), "language decides"),
          honoured("entryUrls", ProjectSettings::entryUrls),
          honoured("innerUrls", settings -> settings.pages().innerUrls())
              .limited(
                  project -> project.given("innerUrls") && !project.settings().pages().opensInner(),
                  "no visit has an inner page"),
          honoured("exitUrls", settings -> settings.pages().exitUrls())
              .limited(
                  project -> project.given("exitUrls") && !project.settings().pages().opensExit(),
                  "no visit has a second page"),
          honoured("innerUrlCount", settings -> settings.pages().innerUrlCount())
              .ignored(
                  project -> project.settings().pages().perVisit().isPresent(),
                  "qa.pagesPerVisit wins")
              .limited(
                  project ->
                      project.settings().pages().innerUrlCount() > 0
                          && project.settings().pages().innerUrls().isEmpty()
                          && !project.settings().discovery().joinsInner(),
                  "there are no innerUrls"),
          honoured("urlVisitOrder", settings -> settings.pages().order()),
          crawl("autoCrawlEntry", Discovery::entry),
          crawl("autoCrawlInner", Discovery::inner),
          crawl("autoCrawlExit", Discovery::exit),
          honoured("sitemap", settings -> settings.discovery().sitemap())
              .limited(project -> project.settings().discovery().sitemap().on(), CRAWL),
          honoured("websiteCrawler", settings -> settings.discovery().crawler())
              .limited(project -> project.settings().discovery().crawler().on(), CRAWL));

  private VisitFields() {}

  private static FieldRule crawl(String name, Predicate<Discovery> wanted) {
    return honoured(name, settings -> wanted.test(settings.discovery()))
        .limited(project -> wanted.test(project.settings().discovery()), CRAWL);
  }

  private static String concurrency(EffectiveCase project) {
    int visits = project.settings().concurrency();
    return visits == 0
        ? "0 is paused"
        : "%d at once: this percentage of qa.maxConcurrent, %d, rounded up"
            .formatted(visits, project.settings().pacing().maxConcurrent());
  }

  private static boolean languagesJoined(EffectiveCase project) {
    return project.given("language") && project.given("languages");
  }
}
