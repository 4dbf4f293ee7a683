package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.visit.Browser;
import io.trafficgen.domain.visit.Device;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a visit's plan says arrives at the driver and in the hits. */
class RunGrantsPagesTest {
  private final RunningNode node = new RunningNode();

  @Test
  void loads_the_tagged_pages_up_to_the_exit_page_with_the_planned_device() {
    URI entry = URI.create(RunningNode.PAGE + "?utm_source=tablet-1795435200");
    URI exit = URI.create("http://shop.example/bye?a=1&utm_source=tablet-1795435200#end");
    node.driver.put(entry, 200, List.of());
    node.driver.put(exit, 200, List.of());
    node.offer(
        1,
        1,
        false,
        RunningNode.settings(
            """
            ,"exitUrls":"http://shop.example/bye?a=1#end","utmSource":"{{device_type}}-{{timestamp}}",
             "deviceSplit":0,"tabletSplit":100,"browser":"Edge"\
            """));
    node.run(40);
    assertThat(node.driver.loads()).extracting(PageLoad::url).containsExactly(entry, exit);
    assertThat(node.driver.loads())
        .extracting(PageLoad::referer)
        .containsExactly(Optional.empty(), Optional.of(entry));
    assertThat(node.store.hits())
        .hasSize(2)
        .allSatisfy(hit -> {
          assertThat(hit.device()).isEqualTo(Device.TABLET);
          assertThat(hit.browser()).isEqualTo(Browser.EDGE);
        });
    assertThat(node.store.visits()).singleElement().matches(visit -> visit.outcome().isCompleted());
  }

  @Test
  void comes_from_a_referrer_on_a_verified_host_and_from_nowhere_else() {
    node.verify("blog.example");
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(
        40,
        40,
        false,
        RunningNode.settings(
            """
            ,"referralUrls":"https://blog.example/post\\nhttps://search.example/",
             "qa":{"maxConcurrent":50}\
            """));
    node.run(20);
    assertThat(node.driver.loads()).hasSize(40);
    assertThat(node.driver.loads().stream().map(PageLoad::referer).distinct())
        .containsExactlyInAnyOrder(
            Optional.empty(), Optional.of(URI.create("https://blog.example/post")));
  }

  @Test
  void fails_a_visit_whose_page_took_longer_than_the_owner_accepts() {
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(1, 1, false, RunningNode.settings(",\"qa\":{\"success\":{\"maxMillis\":19}}"));
    node.run(20);
    assertThat(node.store.visits())
        .extracting(Visit::outcome)
        .containsExactly(new VisitOutcome.Failed(FailureReason.TIMEOUT));
  }
}
