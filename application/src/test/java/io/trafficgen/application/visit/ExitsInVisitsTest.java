package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.fake.ScriptedExitProbe;
import io.trafficgen.application.fake.ScriptedVisitDriver;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.exit.ExitList;
import io.trafficgen.domain.settings.Country;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.VisitOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExitsInVisitsTest {
  private static final Exit DE = exit("de-1", "DE", "203.0.113.7");
  private static final Exit US = exit("us-1", "US", "203.0.113.8");

  @Test
  void a_visit_leaves_by_one_exit_and_its_hits_say_which() {
    RunningNode node = visited(new ExitList(List.of(DE, US)), "");

    assertThat(node.store.hits())
        .hasSize(300)
        .allSatisfy(hit ->
            assertThat(hit.ip())
                .contains(
                    hit.country().orElseThrow().equals("DE") ? "203.0.113.7" : "203.0.113.8"));
    assertThat(
            node.store.hits().stream()
                .collect(
                    Collectors.groupingBy(
                        Hit::visit, Collectors.mapping(Hit::country, Collectors.toSet())))
                .values())
        .allSatisfy(countries -> assertThat(countries).hasSize(1));
    assertThat(node.store.hits().stream().filter(hit -> hit.country().equals(Optional.of("DE"))))
        .hasSizeBetween(180, 240);
  }

  @Test
  void without_an_exit_there_a_visit_is_skipped_before_its_first_page() {
    RunningNode node = visited(new ExitList(List.of(DE)), "");

    assertThat(node.driver.loads()).allSatisfy(load -> assertThat(load.exit()).isEqualTo(DE));
    assertThat(node.store.visits()).hasSize(150);
    assertThat(node.store.visits().stream().filter(visit -> visit.outcome().isCompleted()))
        .hasSizeBetween(85, 125);
    assertThat(node.store.visits().stream().filter(visit -> !visit.outcome().isCompleted()))
        .allSatisfy(visit -> {
          assertThat(visit.outcome()).isEqualTo(new VisitOutcome.Failed(FailureReason.NO_EXIT));
          assertThat(visit.pages()).isZero();
        });
  }

  @Test
  void any_takes_another_exit_and_never_says_a_wished_country() {
    RunningNode node = visited(new ExitList(List.of(DE)), ",\"ifGeoUnavailable\":\"any\"");

    assertThat(node.store.visits()).allMatch(visit -> visit.outcome().isCompleted());
    assertThat(node.store.hits()).allMatch(hit -> hit.country().equals(Optional.of("DE")));
  }

  @Test
  void an_exit_that_fails_its_checks_is_left_alone_until_one_succeeds() {
    ExitPool pool = new ExitPool(new ExitList(List.of(DE)));
    RunningNode node = new RunningNode(new ExitList(List.of(DE)));
    ScriptedExitProbe probe = new ScriptedExitProbe();
    probe.put(DE, Optional.of("no answer"));
    CheckExits checks = new CheckExits(pool, probe, Runnable::run, node.time);

    checks.check();
    assertThat(new ListExits(pool).list().get(0).healthy()).isTrue();
    checks.check();
    assertThat(new ListExits(pool).list().get(0))
        .isEqualTo(
            new ExitState(
                DE, 0, false, Optional.of("no answer"), Optional.of(node.time.instant())));
    probe.put(DE, Optional.empty());
    checks.check();
    assertThat(new ListExits(pool).list().get(0).healthy()).isTrue();
  }

  @Test
  void room_in_an_exit_comes_back_however_a_load_ends() {
    Exit narrow =
        new Exit("n", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1);
    ExitPool pool = new ExitPool(new ExitList(List.of(narrow)));
    ScriptedVisitDriver web = new ScriptedVisitDriver();
    web.put(RunningNode.PAGE, 200, List.of());
    RunningNode node = new RunningNode(new ExitList(List.of(narrow)));
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.offer(1, 1, false, RunningNode.settings(""));
    node.run(12);
    PageLoad load = node.driver.loads().get(0);
    LoadThroughExit fine = new LoadThroughExit(pool, web);
    LoadThroughExit broken =
        new LoadThroughExit(
            pool,
            page -> {
              assertThat(new ListExits(pool).list().get(0).inUse()).isEqualTo(1);
              throw new IllegalStateException("a driver that breaks its promise");
            });

    for (int i = 0; i < 3; i++) {
      fine.load(load);
      assertThatThrownBy(() -> broken.load(load)).isInstanceOf(IllegalStateException.class);
    }

    assertThat(web.loads()).hasSize(3);
    assertThat(new ListExits(pool).list().get(0).inUse()).isZero();
  }

  private static RunningNode visited(ExitList exits, String more) {
    RunningNode node = new RunningNode(exits);
    node.driver.put(RunningNode.PAGE, 200, List.of());
    node.driver.put(RunningNode.PAGE.resolve("/in"), 200, List.of());
    node.offer(150, 150, false, RunningNode.settings(split(more)));
    node.run(200);
    return node;
  }

  private static String split(String more) {
    return """
    ,"innerUrls":"http://shop.example/in","innerUrlCount":1,
     "geoTargets":[{"cc":"DE","w":70},{"cc":"US","w":30}],"qa":{"maxConcurrent":50%s}\
    """
        .formatted(more);
  }

  private static Exit exit(String id, String country, String ip) {
    return new Exit(
        id,
        Optional.of(new Country(country)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(ip),
        100);
  }
}
