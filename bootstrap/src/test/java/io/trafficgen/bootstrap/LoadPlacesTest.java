package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LoadPlacesTest {
  private static final long GIGABYTE = 1L << 30;

  @Test
  void a_worker_a_processor_and_eight_loads_in_each() {
    assertThat(of(2, 16)).isEqualTo(new LoadPlaces(2, 8));
    assertThat(of(16, 64)).isEqualTo(new LoadPlaces(16, 8));
  }

  @Test
  void one_processor_still_has_two_workers() {
    assertThat(of(1, 16)).isEqualTo(new LoadPlaces(2, 8));
  }

  @Test
  void little_memory_bears_fewer_loads_but_one() {
    assertThat(of(4, 3)).isEqualTo(new LoadPlaces(4, 5));
    assertThat(of(8, 1)).isEqualTo(new LoadPlaces(8, 1));
  }

  @Test
  void an_operator_says_how_many_in_all() {
    assertThat(LoadPlaces.of(OptionalInt.of(40), 4, GIGABYTE)).isEqualTo(new LoadPlaces(4, 10));
    assertThat(LoadPlaces.of(OptionalInt.of(5), 4, GIGABYTE)).isEqualTo(new LoadPlaces(4, 2));
    assertThat(LoadPlaces.of(OptionalInt.of(1), 4, GIGABYTE)).isEqualTo(new LoadPlaces(1, 1));
  }

  private static LoadPlaces of(int processors, long gigabytes) {
    return LoadPlaces.of(OptionalInt.empty(), processors, gigabytes * GIGABYTE);
  }
}
