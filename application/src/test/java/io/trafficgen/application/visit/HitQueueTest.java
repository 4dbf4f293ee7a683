package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.contract.HitSpoolContract;
import io.trafficgen.application.fake.InMemoryHitSpool;
import io.trafficgen.application.fake.RecordingHitStore;
import io.trafficgen.application.port.HitSpool.Batch;
import io.trafficgen.domain.visit.Visit;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HitQueueTest {
  private final RecordingHitStore store = new RecordingHitStore();
  private final InMemoryHitSpool spool = new InMemoryHitSpool(100);
  private final HitQueue queue = new HitQueue(store, spool);
  private final List<Visit> told = new ArrayList<>();

  private Batch add(int page) {
    Batch batch = HitSpoolContract.batch(page);
    batch.hits().forEach(queue::add);
    batch.visits().forEach(queue::add);
    return batch;
  }

  private void flush() {
    queue.flush(told::addAll);
  }

  private void flushInVain() {
    assertThatThrownBy(this::flush).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void while_the_store_is_away_all_waits_in_the_spool_and_is_stored_in_its_order() {
    store.away(true);
    Batch first = add(1);
    flushInVain();
    Batch second = add(2);
    flushInVain();
    assertThat(spool.first()).contains(first);
    assertThat(told).isEmpty();

    store.away(false);
    Batch third = add(3);
    flush();

    assertThat(store.hits())
        .containsExactly(first.hits().get(0), second.hits().get(0), third.hits().get(0));
    assertThat(store.visits()).isEqualTo(told).hasSize(3);
    assertThat(spool.first()).isEmpty();
    flush();
    assertThat(told).hasSize(3);
  }

  @Test
  void what_an_earlier_process_spooled_comes_first() {
    Batch earlier = HitSpoolContract.batch(1);
    spool.append(earlier);
    add(2);
    flush();
    assertThat(store.hits()).startsWith(earlier.hits().get(0)).hasSize(2);
    assertThat(told).startsWith(earlier.visits().get(0));
  }

  @Test
  void without_room_in_the_spool_memory_keeps_what_it_can_and_the_rest_is_counted() {
    store.away(true);
    spool.room(0);
    Batch batch = HitSpoolContract.batch(1);
    for (int row = 0; row < HitQueue.MOST_WAITING + 5; row++) {
      queue.add(batch.hits().get(0));
    }
    flushInVain();
    assertThat(spool.lost()).isEqualTo(5);
    flushInVain();
    assertThat(spool.lost()).isEqualTo(5);

    store.away(false);
    flush();
    assertThat(store.hits()).hasSize(HitQueue.MOST_WAITING);
  }

  @Test
  void what_came_before_a_flush_is_stored_by_it_whatever_comes_meanwhile() {
    Batch batch = HitSpoolContract.batch(1);
    for (int row = 0; row < HitQueue.BATCH; row++) {
      batch.hits().forEach(queue::add);
      batch.visits().forEach(queue::add);
    }
    boolean all =
        queue.flush(stored -> {
          told.addAll(stored);
          batch.hits().forEach(queue::add);
        });
    assertThat(all).isTrue();
    assertThat(told).hasSize(HitQueue.BATCH);
    assertThat(store.hits()).hasSize(HitQueue.BATCH);
  }

  @Test
  void a_long_spool_takes_several_flushes_and_what_is_new_waits_behind_it() {
    for (int page = 1; page <= HitQueue.SPOOLED_AT_ONCE + 1; page++) {
      spool.append(HitSpoolContract.batch(page));
    }
    Batch last = add(99);
    assertThat(queue.flush(told::addAll)).isFalse();
    assertThat(told).hasSize(HitQueue.SPOOLED_AT_ONCE);
    assertThat(queue.flush(told::addAll)).isTrue();
    assertThat(told).hasSize(HitQueue.SPOOLED_AT_ONCE + 2).endsWith(last.visits().get(0));
  }

  @Test
  void what_is_lost_is_told_by_a_flush_that_succeeds_too() {
    Batch batch = HitSpoolContract.batch(1);
    for (int row = 0; row < HitQueue.MOST_WAITING + 5; row++) {
      queue.add(batch.hits().get(0));
    }
    flush();
    assertThat(spool.lost()).isEqualTo(5);
  }

  @Test
  void many_rows_go_in_batches_of_five_thousand() {
    store.away(true);
    Batch batch = HitSpoolContract.batch(1);
    for (int row = 0; row < HitQueue.BATCH; row++) {
      batch.hits().forEach(queue::add);
    }
    batch.visits().forEach(queue::add);
    flushInVain();
    assertThat(spool.first().orElseThrow().rows()).isEqualTo(HitQueue.BATCH);
    spool.removeFirst();
    assertThat(spool.first().orElseThrow()).isEqualTo(new Batch(List.of(), batch.visits()));
  }
}
