package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.OtherNodesContract;
import io.trafficgen.application.port.OtherNodes.News;
import io.trafficgen.application.port.OtherNodes.Place;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class PostgresOtherNodesTest extends PostgresPorts implements OtherNodesContract {
  private static final Instant OLDEST = Instant.EPOCH;

  @Test
  void a_row_that_is_committed_late_is_neither_passed_nor_read_twice() {
    PostgresOtherNodes reader = others("late-reader");
    Place start = reader.now();
    News[] meanwhile = new News[1];
    database()
        .run(slow -> {
          insert(slow, "a0000000-0000-0000-0000-000000000001");
          // Elsewhere: a thread has one connection.
          CompletableFuture.runAsync(
                  () -> {
                    database().run(fast -> insert(fast, "a0000000-0000-0000-0000-000000000002"));
                    meanwhile[0] = reader.since(start, OLDEST, 10);
                  })
              .join();
        });

    assertThat(meanwhile[0].events()).isEmpty();
    assertThat(meanwhile[0].next()).isEqualTo(start);
    News late = reader.since(meanwhile[0].next(), OLDEST, 10);
    assertThat(late.events()).hasSize(2);
    assertThat(reader.since(late.next(), OLDEST, 10).events()).isEmpty();
  }

  private static void insert(Handle handle, String id) {
    handle
        .createUpdate(
            """
            insert into hits (id, visit_id, page, project_id, user_id, url, device, browser, status,
              duration_ms, bytes, blocked_requests, ts, node)
            values (cast(:id as uuid), cast(:id as uuid), 1, cast(:id as uuid), cast(:id as uuid),
              'http://shop.example/', 'desktop', 'chrome', 200, 1, 1, 0, now(), 99)
            """)
        .bind("id", id)
        .execute();
  }
}
