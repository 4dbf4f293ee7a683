package io.trafficgen.domain.exit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.settings.Country;
import io.trafficgen.domain.settings.GeoShortage;
import io.trafficgen.domain.settings.GeoTarget;
import io.trafficgen.domain.settings.ProxyMode;
import io.trafficgen.domain.settings.Routing;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExitSelectionTest {
  private static final Country GERMANY = new Country("DE");
  private static final Country FRANCE = new Country("FR");
  private static final Exit DE_1 = exit("de-1", Optional.of(GERMANY));
  private static final Exit DE_2 = exit("de-2", Optional.of(GERMANY));
  private static final Exit UNKNOWN = exit("unknown", Optional.empty());
  private static final List<Exit> EXITS = List.of(DE_1, DE_2, UNKNOWN);

  @Test
  void an_exit_of_unknown_country_meets_no_wish() {
    ExitSelection selection = new ExitSelection(List.of(UNKNOWN), wishing(GeoShortage.SKIP));

    assertThat(selection.candidates(Optional.of(GERMANY))).isEmpty();
    assertThat(selection.reachesSome()).isFalse();
    assertThat(new ExitSelection(List.of(UNKNOWN), anywhere()).reachesAll()).isTrue();
  }

  @Test
  void a_shortage_is_met_as_the_settings_say() {
    assertThat(new ExitSelection(EXITS, wishing(GeoShortage.SKIP)).candidates(Optional.of(FRANCE)))
        .isEmpty();
    assertThat(new ExitSelection(EXITS, wishing(GeoShortage.STOP)).candidates(Optional.of(FRANCE)))
        .isEmpty();
    assertThat(new ExitSelection(EXITS, wishing(GeoShortage.ANY)).candidates(Optional.of(FRANCE)))
        .isEqualTo(EXITS);
    assertThat(new ExitSelection(EXITS, wishing(GeoShortage.ANY)).candidates(Optional.of(GERMANY)))
        .containsExactly(DE_1, DE_2);
  }

  @Test
  void tells_some_countries_from_all() {
    ExitSelection selection = new ExitSelection(EXITS, wishing(GeoShortage.SKIP));

    assertThat(selection.reachesSome()).isTrue();
    assertThat(selection.reachesAll()).isFalse();
  }

  @Test
  void custom_is_confined_to_the_exits_that_it_names() {
    ExitSelection named = new ExitSelection(EXITS, routing(ProxyMode.CUSTOM, List.of("de-2")));
    ExitSelection strange = new ExitSelection(EXITS, routing(ProxyMode.CUSTOM, List.of("mine")));

    assertThat(named.candidates(Optional.empty())).containsExactly(DE_2);
    assertThat(strange.reachesSome()).isFalse();
  }

  @Test
  void sticky_keeps_to_an_exit_and_moves_only_when_it_is_gone() {
    Routing sticky = routing(ProxyMode.STICKY, List.of());
    ExitSelection all = new ExitSelection(EXITS, sticky);
    for (long project = 0; project < 50; project++) {
      long seed = project;
      List<Exit> picked =
          LongStream.range(0, 10).mapToObj(visit -> pick(all, seed, visit)).distinct().toList();
      assertThat(picked).hasSize(1);
      List<Exit> others = EXITS.stream().filter(exit -> !exit.equals(DE_1)).toList();
      Exit later = pick(new ExitSelection(others, sticky), seed, 0);
      if (!picked.get(0).equals(DE_1)) {
        assertThat(later).isEqualTo(picked.get(0));
      }
    }
    assertThat(
            IntStream.range(0, 50).mapToObj(project -> pick(all, project, 0)).distinct().toList())
        .hasSize(3);
  }

  @Test
  void free_exits_come_first_and_a_full_one_is_better_than_none() {
    ExitSelection selection = new ExitSelection(EXITS, anywhere());

    assertThat(
            LongStream.range(0, 50)
                .mapToObj(seed ->
                    selection.pick(Optional.empty(), DE_2::equals, 1, new SplittableRandom(seed)))
                .distinct())
        .containsExactly(Optional.of(DE_2));
    assertThat(selection.pick(Optional.empty(), exit -> false, 1, new SplittableRandom(1)))
        .isPresent();
  }

  private static Exit pick(ExitSelection selection, long project, long visit) {
    return selection
        .pick(Optional.empty(), exit -> true, project, new SplittableRandom(visit))
        .orElseThrow();
  }

  private static Routing wishing(GeoShortage shortage) {
    return new Routing(
        List.of(new GeoTarget(GERMANY, 0.7), new GeoTarget(FRANCE, 0.3)),
        shortage,
        ProxyMode.AUTO,
        List.of());
  }

  private static Routing anywhere() {
    return routing(ProxyMode.AUTO, List.of());
  }

  private static Routing routing(ProxyMode mode, List<String> names) {
    return new Routing(List.of(), GeoShortage.SKIP, mode, names);
  }

  private static Exit exit(String id, Optional<Country> country) {
    return new Exit(id, country, Optional.empty(), Optional.empty(), Optional.empty(), 10);
  }
}
