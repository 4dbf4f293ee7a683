package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.HitStore;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.application.port.OtherNodes;
import io.trafficgen.application.port.OtherNodes.News;
import io.trafficgen.application.port.OtherNodes.Place;
import io.trafficgen.domain.visit.Browser;
import io.trafficgen.domain.visit.Device;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.LiveEvent;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a node sees of the others: everything, once, and nothing of its own. */
public interface OtherNodesContract extends VisitPorts {
  /** As the node of that name stores. */
  HitStore hits(String node);

  /** As the node of that name reads. */
  OtherNodes others(String node);

  @Test
  default void shows_hits_of_others_from_now_on_and_none_of_its_own() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(1);
    scene.lease("reader");
    scene.lease("writer");
    hits("writer").append(List.of(hit(scene, grant, 1)), List.of());
    Place start = others("reader").now();
    Hit seen = hit(scene, grant, 2);

    hits("writer").append(List.of(seen), List.of());
    hits("reader").append(List.of(hit(scene, grant, 3)), List.of());
    hits("writer").append(List.of(seen), List.of());

    News news = read("reader", scene, start, 10);
    assertThat(news.events()).containsExactly(new LiveEvent.PageHit(seen));
    assertThat(read("reader", scene, news.next(), 10).events()).isEmpty();
    assertThat(read("writer", scene, start, 10).events()).hasSize(1);
    assertThat(others("reader").since(start, scene.minute().plusSeconds(60), 10).events())
        .isEmpty();
  }

  @Test
  default void shows_failed_visits_when_stored_and_completed_ones_when_charged() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(2);
    Lease lease = scene.lease("charging");
    scene.claimed(lease);
    Place start = others("reader").now();
    Visit failed = visit(scene, grant, 1, new VisitOutcome.Failed(FailureReason.TIMEOUT));
    Visit completed = visit(scene, grant, 2, new VisitOutcome.Completed());
    hits("charging").append(List.of(), List.of(failed, completed));

    News first = read("reader", scene, start, 10);
    assertThat(first.events()).containsExactly(new LiveEvent.VisitEnded(failed, false));
    budgets().settle(lease, grant.id(), 2, 0);

    assertThat(read("reader", scene, first.next(), 10).events())
        .containsExactly(new LiveEvent.VisitEnded(completed, true));
    assertThat(read("charging", scene, start, 10).events()).isEmpty();
  }

  @Test
  default void reads_everything_once_in_small_parts_while_others_store() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(1);
    scene.lease("reader");
    Place start = others("reader").now();
    AtomicInteger pages = new AtomicInteger();
    CompletableFuture<List<LiveEvent>> reading =
        CompletableFuture.supplyAsync(() -> follow(scene, start, 8 * 20 * 3));

    Together.collect(
        8,
        () -> {
          List<Hit> batch = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            batch.add(hit(scene, grant, pages.incrementAndGet()));
          }
          hits("writer-" + pages.get() % 3).append(batch, List.of());
          return List.of();
        },
        20);

    assertThat(reading.join()).hasSize(8 * 20 * 3).doesNotHaveDuplicates();
  }

  /** Until so many were read, or none has come for long. */
  private List<LiveEvent> follow(VisitScene scene, Place start, int count) {
    List<LiveEvent> events = new ArrayList<>();
    Place place = start;
    for (int idle = 0; events.size() < count && idle < 5_000; idle++) {
      News news = read("reader", scene, place, 7);
      if (!news.events().isEmpty()) {
        idle = 0;
      }
      events.addAll(news.events());
      place = news.next();
    }
    return events;
  }

  private News read(String node, VisitScene scene, Place place, int most) {
    return others(node).since(place, scene.minute().minusSeconds(1), most);
  }

  private static Visit visit(VisitScene scene, Grant grant, int number, VisitOutcome outcome) {
    return new Visit(
        grant.id().visit(number),
        grant.id(),
        number,
        grant.project(),
        grant.account(),
        outcome,
        1,
        scene.minute(),
        Duration.ofSeconds(3));
  }

  /** Built from its page. */
  static Hit hit(VisitScene scene, Grant grant, int page) {
    return new Hit(
        grant.id().visit(1),
        page,
        scene.project().id(),
        scene.account(),
        URI.create("https://shop.example/"),
        Optional.empty(),
        Optional.empty(),
        Device.DESKTOP,
        Browser.CHROME,
        200,
        Duration.ofMillis(12),
        1_000,
        0,
        scene.minute());
  }
}
