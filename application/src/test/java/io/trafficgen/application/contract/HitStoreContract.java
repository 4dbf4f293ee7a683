package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.HitStore.StatsRequest;
import io.trafficgen.application.port.NodeLeases.Lease;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.visit.Browser;
import io.trafficgen.domain.visit.ChargedHit;
import io.trafficgen.domain.visit.Device;
import io.trafficgen.domain.visit.Grant;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.ProjectStats;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.trafficgen.application.port.HitStore} keeps. */
public interface HitStoreContract extends VisitPorts {
  @Test
  default void gives_hits_back_to_their_owner_in_parts_newest_first() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Grant grant = scene.reserved(1);
    Hit first = hit(scene, grant, 1, Optional.of("DE"));
    Hit second = hit(scene, grant, 2, Optional.empty());

    hits().append(List.of(first, second), List.of());
    hits().append(List.of(second, first), List.of());

    Page<Hit> newest = page(scene, new PageRequest(1, Optional.empty()));
    assertThat(newest.items()).containsExactly(second);
    assertThat(page(scene, new PageRequest(1, newest.next())).items()).containsExactly(first);
    assertThat(page(scene, LedgerContract.FIRST).items()).containsExactly(second, first);
  }

  @Test
  default void exports_hits_of_a_span_with_what_was_charged() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    Lease lease = scene.lease("node-export");
    Grant grant = scene.reserved(1);
    scene.claimed(lease);
    List<Hit> hits =
        IntStream.rangeClosed(1, 4)
            .mapToObj(page -> hit(scene, grant, page, Optional.empty()))
            .toList();
    hits().append(hits, List.of());
    assertThat(export(scene, 2, LedgerContract.FIRST).items())
        .extracting(ChargedHit::hit)
        .containsExactly(hits.get(3), hits.get(2), hits.get(1));
    assertThat(export(scene, 0, LedgerContract.FIRST).items())
        .noneMatch(ChargedHit::charged)
        .hasSize(4);

    scene.complete(grant, 1);
    budgets().settle(lease, grant.id(), 1, 0);

    Position end = new Position(hits.get(3).at(), new UUID(0, 0));
    Page<ChargedHit> part = export(scene, 0, new PageRequest(2, Optional.of(end)));
    assertThat(part.items()).allMatch(ChargedHit::charged);
    assertThat(part.items()).extracting(ChargedHit::hit).containsExactly(hits.get(2), hits.get(1));
    assertThat(export(scene, 0, new PageRequest(2, part.next())).items())
        .extracting(ChargedHit::hit)
        .containsExactly(hits.get(0));
  }

  private Page<ChargedHit> export(VisitScene scene, int sinceMillis, PageRequest request) {
    return hits()
        .export(
            scene.account(), scene.project().id(), scene.minute().plusMillis(sinceMillis), request)
        .orElseThrow();
  }

  @Test
  default void tells_strangers_nothing() {
    VisitScene scene = VisitScene.of(this, "1.00", 0, 0);
    AccountId stranger = new AccountId(Fixtures.uuid());

    assertThat(hits().hits(stranger, scene.project().id(), LedgerContract.FIRST)).isEmpty();
    assertThat(hits().export(stranger, scene.project().id(), scene.minute(), LedgerContract.FIRST))
        .isEmpty();
    assertThat(hits().visits(stranger, scene.project().id(), LedgerContract.FIRST)).isEmpty();
    StatsRequest request = new StatsRequest(scene.day(), ZoneOffset.UTC, ProjectStats.Step.MINUTE);
    assertThat(hits().stats(stranger, scene.project().id(), request)).isEmpty();
  }

  private Page<Hit> page(VisitScene scene, PageRequest request) {
    return hits().hits(scene.account(), scene.project().id(), request).orElseThrow();
  }

  /** Built from its page. */
  static Hit hit(VisitScene scene, Grant grant, int page, Optional<String> country) {
    return new Hit(
        grant.id().visit(1),
        page,
        scene.project().id(),
        scene.account(),
        URI.create("https://shop.example/?page=" + page),
        country,
        country.map(known -> "203.0.113.9"),
        Device.TABLET,
        Browser.FIREFOX,
        200,
        Duration.ofMillis(1234),
        5_000_000_000L,
        3,
        scene.minute().plusMillis(page));
  }
}
