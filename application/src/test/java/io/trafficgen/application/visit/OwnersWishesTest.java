package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.fake.ScriptedVisitDriver;
import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.ThirdPartyBlock;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the settings ask of a visit beside its pages: jars, clicks, robots.txt, content, pauses. */
class OwnersWishesTest {
  private static final URI SECOND = URI.create("http://shop.example/second");
  private static final URI THIRD = URI.create("http://shop.example/third");

  private final RunningNode node = new RunningNode();

  private List<FailureReason> failures() {
    return node.store.visits().stream()
        .map(Visit::outcome)
        .filter(VisitOutcome.Failed.class::isInstance)
        .map(outcome -> ((VisitOutcome.Failed) outcome).reason())
        .toList();
  }

  @Test
  void visits_come_back_with_a_jar_that_an_earlier_one_left_as_far_as_it_lives() {
    Cookie lasting = cookie("lasting", Optional.of(node.time.instant().plusSeconds(3_600)));
    Cookie brief = cookie("brief", Optional.of(node.time.instant().plusSeconds(5)));
    Cookie session = cookie("session", Optional.empty());
    node.driver.answer(
        RunningNode.PAGE,
        load -> ScriptedVisitDriver.page(load, 200, List.of(lasting, brief, session)));
    String settings = RunningNode.settings(",\"returnRate\":100,\"qa\":{\"maxConcurrent\":1}");
    node.offer(2, 2, false, settings);
    node.run(30);
    assertThat(node.driver.loads())
        .extracting(PageLoad::cookies)
        .containsExactly(List.of(), List.of(lasting, session));
  }

  @Test
  void a_fresh_jar_wins_and_nothing_is_kept_where_nobody_comes_back() {
    node.driver.answer(
        RunningNode.PAGE,
        load -> ScriptedVisitDriver.page(load, 200, List.of(cookie("c", Optional.empty()))));
    String fresh = ",\"returnRate\":100,\"randomizeSession\":true,\"qa\":{\"maxConcurrent\":1}";
    node.offer(2, 2, false, RunningNode.settings(fresh));
    node.run(30);
    assertThat(node.driver.loads()).hasSize(2).allMatch(load -> load.cookies().isEmpty());
    assertThat(
            node.jars.find(new ProjectId(new UUID(3, 4)), 0, node.time.instant().minusSeconds(99)))
        .isEmpty();
  }

  private static Cookie cookie(String name, Optional<Instant> expires) {
    return new Cookie(name, "1", "shop.example", "/", expires, false, false);
  }

  @Test
  void clicks_links_of_the_same_host_that_robots_may_follow_and_goes_on_without_them() {
    node.verify("blog.example");
    node.forbidden.add("/third");
    URI elsewhere = URI.create("http://blog.example/");
    node.driver.put(RunningNode.PAGE, 200, List.of(elsewhere, RunningNode.PAGE, THIRD, SECOND));
    node.driver.put(SECOND, 200, List.of(THIRD));
    node.offer(1, 1, false, RunningNode.settings(",\"clickInternal\":3"));
    node.run(60);
    assertThat(node.driver.loads())
        .extracting(PageLoad::url)
        .containsExactly(RunningNode.PAGE, SECOND);
    assertThat(node.driver.loads().get(1).referer()).contains(RunningNode.PAGE);
    assertThat(node.store.visits()).singleElement().matches(visit -> visit.outcome().isCompleted());
  }

  @Test
  void robots_are_asked_about_written_pages_only_if_the_owner_wants_that() {
    node.forbidden.add("/");
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(1, 1, false, RunningNode.settings(""));
    node.run(20);
    assertThat(node.store.visits()).singleElement().matches(visit -> visit.outcome().isCompleted());
    node.offer(1, 1, false, RunningNode.settings(",\"qa\":{\"respectRobots\":\"all\"}"));
    node.run(20);
    assertThat(node.driver.loads()).hasSize(1);
    assertThat(failures()).containsExactly(FailureReason.ROBOTS);
  }

  @Test
  void found_pages_join_the_inner_pages_and_robots_are_asked_about_them() {
    String settings = RunningNode.settings(",\"sitemap\":true,\"innerUrlCount\":1");
    node.find(settings, List.of(SECOND));
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.driver.put(SECOND, 200, List.of());
    node.offer(1, 1, false, settings);
    node.run(30);
    assertThat(node.driver.loads())
        .extracting(PageLoad::url)
        .containsExactly(RunningNode.PAGE, SECOND);
    node.forbidden.add("/second");
    node.offer(1, 1, false, settings);
    node.run(30);
    assertThat(failures()).containsExactly(FailureReason.ROBOTS);
  }

  @Test
  void tells_the_driver_what_to_look_for_block_and_keep() {
    node.driver.answer(RunningNode.PAGE, load -> missing(load));
    node.offer(
        1,
        1,
        false,
        RunningNode.settings(
            """
            ,"cacheWebsite":true,"qa":{"blockThirdParty":"all","success":{"mustContain":"Basket"}}\
            """));
    node.run(20);
    assertThat(node.driver.loads().getFirst().wishes().mustContain()).contains("Basket");
    assertThat(node.driver.loads().getFirst().wishes().blocked()).isEqualTo(ThirdPartyBlock.ALL);
    assertThat(node.driver.loads().getFirst().wishes().cache())
        .contains(new ProjectId(new UUID(3, 4)));
    assertThat(failures()).containsExactly(FailureReason.CONTENT);
  }

  private static Loaded missing(PageLoad load) {
    return new Loaded(
        200, load.url(), List.of(), List.of(), 1, 0, false, Duration.ofMillis(1), Optional.empty());
  }

  @Test
  void a_site_that_asks_for_a_pause_gets_it_at_once_whatever_the_owner_takes_for_success() {
    node.driver.answer(RunningNode.PAGE, load -> busy(load));
    node.offer(
        9,
        9,
        false,
        RunningNode.settings(",\"qa\":{\"maxConcurrent\":1,\"success\":{\"maxStatus\":599}}"));
    node.run(20);
    assertThat(failures()).containsExactly(FailureReason.RETRY_AFTER);
    assertThat(node.pauses.current(node.time.instant()))
        .isEqualTo(Map.of(Host.parse("shop.example"), Instant.parse("2026-11-23T12:02:00Z")));
  }

  private static Loaded busy(PageLoad load) {
    Optional<Duration> wait = Optional.of(Duration.ofMinutes(2));
    return new Loaded(
        503, load.url(), List.of(), List.of(), 1, 0, true, Duration.ofMillis(1), wait);
  }
}
