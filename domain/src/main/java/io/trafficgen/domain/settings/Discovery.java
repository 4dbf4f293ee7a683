package io.trafficgen.domain.settings;

import java.util.Objects;

/**
 * Pages that the owner did not write down: found on the same verified hosts alone, where robots.txt
 * permits.
 *
 * @param entry {@code autoCrawlEntry}: what is found joins the entry URLs
 * @param inner {@code autoCrawlInner}: what is found joins the inner URLs
 * @param exit {@code autoCrawlExit}: what is found joins the exit URLs
 * @param crawler {@code websiteCrawler}: a page whose links are followed
 * @param clickInternal links of the same host that a visit shall click, as written, 0 to 100
 * @param robots which pages robots.txt is asked about
 */
public record Discovery(
    boolean entry,
    boolean inner,
    boolean exit,
    CrawlSource sitemap,
    CrawlSource crawler,
    int clickInternal,
    RobotsScope robots) {
  private static final int MAX_CLICKS = 10;

  public Discovery {
    Objects.requireNonNull(sitemap, "sitemap");
    Objects.requireNonNull(crawler, "crawler");
    Objects.requireNonNull(robots, "robots");
  }

  /** Links that a visit clicks after its inner pages, at most ten. */
  public int clicks() {
    return Math.min(clickInternal, MAX_CLICKS);
  }

  /** Whether pages are looked for at all. */
  public boolean wanted() {
    return entry || inner || exit || sitemap.on() || crawler.on();
  }

  /** Whether what is found joins the inner URLs: where nothing else is said, it does. */
  public boolean joinsInner() {
    return inner || (wanted() && !entry && !exit);
  }

  static Discovery read(FieldReader fields, FieldReader qa) {
    return new Discovery(
        fields.read("autoCrawlEntry", false, ScalarForm::flag),
        fields.read("autoCrawlInner", false, ScalarForm::flag),
        fields.read("autoCrawlExit", false, ScalarForm::flag),
        fields.read("sitemap", CrawlSource.NONE, CrawlSource::parse),
        fields.read("websiteCrawler", CrawlSource.NONE, CrawlSource::parse),
        fields.read("clickInternal", 0, WholeNumber.PERCENT),
        qa.read("respectRobots", RobotsScope.DISCOVERED, new Choice<>(RobotsScope.class)));
  }
}
