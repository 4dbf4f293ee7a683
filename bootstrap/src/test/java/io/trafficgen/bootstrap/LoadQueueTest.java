package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadQueueTest {
  @Test
  void a_queue_is_full_while_as_many_loads_wait_or_run_as_it_bears() {
    List<Runnable> running = new ArrayList<>();
    LoadQueue queue = new LoadQueue(running::add, 2);
    queue.execute(() -> {});
    assertThat(queue.isFull()).isFalse();
    queue.execute(() -> {});
    assertThat(queue.isFull()).isTrue();
    running.forEach(Runnable::run);
    assertThat(queue.isFull()).isFalse();
  }
}
