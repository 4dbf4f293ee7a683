package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.engine.worker.IsolatedVisitDriver;
import io.trafficgen.engine.worker.WorkerLaunch;
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
  void little_memory_bears_fewer_workers_and_loads() {
    assertThat(of(4, 8)).isEqualTo(new LoadPlaces(3, 8));
    assertThat(of(4, 3)).isEqualTo(new LoadPlaces(1, 8));
    assertThat(of(8, 1)).isEqualTo(new LoadPlaces(1, 1));
  }

  @Test
  void all_that_may_live_at_once_fills_half_the_memory_at_most() {
    for (int processors = 1; processors <= 64; processors *= 2) {
      for (int gigabytes = 2; gigabytes <= 128; gigabytes *= 2) {
        LoadPlaces places = of(processors, gigabytes);
        assertThat(IsolatedVisitDriver.heapMegabytes(places.workers(), places.loads()))
            .isLessThanOrEqualTo(gigabytes * 512);
      }
    }
  }

  @Test
  void an_operator_says_how_many_in_all() {
    assertThat(wishing(40)).isEqualTo(new LoadPlaces(4, 10));
    assertThat(wishing(6)).isEqualTo(new LoadPlaces(3, 2));
    assertThat(wishing(5)).isEqualTo(new LoadPlaces(1, 5));
    assertThat(wishing(1)).isEqualTo(new LoadPlaces(1, 1));
  }

  @Test
  void never_more_than_the_operator_says_nor_than_a_worker_bears() {
    for (int all = 1; all <= 10_000; all++) {
      assertThat(wishing(all).all()).isBetween(all * 9 / 10, all);
      assertThat(wishing(all).loads()).isBetween(1, WorkerLaunch.MOST_LOADS);
    }
  }

  private static LoadPlaces wishing(int all) {
    return LoadPlaces.of(OptionalInt.of(all), 4, GIGABYTE);
  }

  private static LoadPlaces of(int processors, long gigabytes) {
    return LoadPlaces.of(OptionalInt.empty(), processors, gigabytes * GIGABYTE);
  }
}
