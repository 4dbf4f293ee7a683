package io.trafficgen.domain.visit;

import static io.trafficgen.domain.visit.VisitPlanTest.START;
import static io.trafficgen.domain.visit.VisitPlanTest.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.settings.Pages;
import io.trafficgen.domain.settings.ProjectSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every plan of any settings, from fixed seeds. */
class VisitPlanPropertyTest {
  private static final int SETTINGS = 3_000;

  @Test
  void keeps_to_the_settings_and_replays() {
    Random random = new Random(31);
    for (int seed = 0; seed < SETTINGS; seed++) {
      String text = settingsText(random);
      ProjectSettings settings = settings(text);
      VisitPlan plan = VisitPlan.next(settings, START, new SplittableRandom(seed));
      assertThat(VisitPlan.next(settings(text), START, new SplittableRandom(seed)))
          .as(text)
          .isEqualTo(plan);
      assertThat(keepsTo(settings, plan)).as("%s gave %s", text, plan).isTrue();
    }
  }

  private static boolean keepsTo(ProjectSettings settings, VisitPlan plan) {
    Pages pages = settings.pages();
    List<URI> urls = plan.pages().stream().map(PlannedPage::url).toList();
    int exits = pages.exitUrls().isEmpty() || urls.size() == 1 ? 0 : 1;
    int most = pages.perVisit().map(range -> range.max()).orElse(1 + pages.innerUrlCount() + exits);
    List<URI> inner = urls.subList(1, urls.size() - exits);
    Duration dwell = pages.dwell().time();
    return pages.entryUrls().contains(urls.getFirst())
        && pages.innerUrls().containsAll(inner)
        && (exits == 0 || pages.exitUrls().contains(urls.getLast()))
        && urls.size() <= most
        && (pages.bounceRate() < 100 || urls.size() == 1)
        && plan.pages().stream()
            .allMatch(page ->
                page.dwell().minus(dwell).abs().toMillis()
                    <= dwell.toMillis() * pages.dwell().jitterPercent() / 100)
        && DeviceProfiles.of(
                settings.deviceMix().platforms(),
                plan.device().device(),
                settings.deviceMix().browser())
            .contains(plan.device())
        && !(plan.returning() && settings.browsing().freshJar());
  }

  private static String settingsText(Random random) {
    int min = 1 + random.nextInt(4);
    String range = "{\"min\":%d,\"max\":%d}".formatted(min, min + random.nextInt(4));
    return """
    {"entryUrls":"%s","innerUrls":"%s","exitUrls":"%s","innerUrlCount":%d,"bounceRate":%d,
     "urlVisitOrder":"%s","deviceSplit":%d,"tabletSplit":%d,"browser":"%s","deviceSpecific":"%s",
     "returnRate":50,"randomizeSession":%s,
     "qa":{"dwellJitterPercent":%d,"pagesPerVisit":%s}}\
    """
        .formatted(
            urls("e", 1 + random.nextInt(3)),
            urls("i", random.nextInt(4)),
            urls("x", random.nextInt(3)),
            random.nextInt(11),
            random.nextInt(3) * 50,
            one(random, "sequential", "random"),
            random.nextInt(101),
            random.nextInt(101),
            one(random, "Random", "Chrome", "Firefox", "Safari", "Edge"),
            one(random, "All", "Desktop", "Mobile, Android", "Desktop, Linux/MacOS", "Mobile"),
            random.nextBoolean(),
            random.nextInt(101),
            one(random, "null", range));
  }

  private static String urls(String kind, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "https://a.example/" + kind + i)
        .collect(Collectors.joining("\\n"));
  }

  private static String one(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
