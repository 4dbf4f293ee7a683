package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.visit.Visit;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that are stored and never acted on change nothing in what a site sees (page 1.3). */
class IgnoredSettingsTest {
  private static final URI INNER = URI.create("http://shop.example/in");

  /** Each row of the product page that is marked N, and parts of rows that are. */
  private static final List<String> IGNORED =
      List.of(
          "'gaId':'G-123456'",
          "'ga4NaturalEvents':true",
          "'antiFingerprint':true",
          "'residentialIps':true",
          "'shortener':'https://bit.example/x'",
          "'clickExternal':5",
          "'pageViewsWithScroll':80",
          "'trafficSource':'google'",
          "'keywords':'shoes'",
          "'referralUrls':'https://search.example/?q=shoes'",
          "'socialPlatforms':'facebook'",
          "'citiesGeoTargeting':true",
          "'adminPriority':9",
          "'adminWeight':100",
          "'forceStopReason':'because'",
          "'customProxies':'http://user:secret@proxy.example:8080'",
          "'inventedByNobody':{'deep':[1,2,3]}");

  private static final String KEPT =
      """
      ,'innerUrls':'http://shop.example/in','innerUrlCount':2,'urlVisitOrder':'random',
       'bounceRate':30,'deviceSplit':50,'tabletSplit':30,'language':'German','returnRate':40,
       'utmSource':'news','clickInternal':1,'qa':{'maxConcurrent':7}\
      """;

  /** The loads of a grant of 30 visits, and how each visit ended; drawn from the grant's seed. */
  private static List<Object> seen(String more) {
    RunningNode node = new RunningNode();
    node.driver.put(RunningNode.PAGE, 200, List.of());
    URI tagged = URI.create(RunningNode.PAGE + "?utm_source=news");
    node.driver.put(tagged, 200, List.of(INNER));
    node.driver.put(URI.create(INNER + "?utm_source=news"), 200, List.of(RunningNode.PAGE));
    node.offer(30, 30, false, RunningNode.settings(more.replace('\'', '"')));
    node.run(300);
    List<Object> seen = new ArrayList<>();
    for (PageLoad load : node.driver.loads()) {
      seen.add(load);
    }
    for (Visit visit : node.store.visits()) {
      seen.add(visit);
    }
    return seen;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void any_of_them_leave_every_request_of_a_seed_as_it_is(int seed) {
    Random random = new Random(seed);
    List<String> some = new ArrayList<>(IGNORED);
    Collections.shuffle(some, random);
    String more = "," + String.join(",", some.subList(0, 1 + random.nextInt(some.size())));
    List<Object> expected = seen(KEPT);
    assertThat(expected).hasSizeGreaterThan(60);
    assertThat(seen(KEPT + more)).as(more).isEqualTo(expected);
  }

  @Test
  void and_all_of_them_together() {
    assertThat(seen(KEPT + "," + String.join(",", IGNORED))).isEqualTo(seen(KEPT));
  }
}
