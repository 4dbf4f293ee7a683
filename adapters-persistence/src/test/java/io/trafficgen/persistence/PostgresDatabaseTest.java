package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest {
  @Test
  void makes_the_partitions_of_hits_ahead_and_again() {
    try (PostgresDatabase database = TestDatabase.fresh()) {
      database.makeHitPartitions(3);
      database.makeHitPartitions(4);

      int partitions =
          database.read(handle ->
              handle
                  .createQuery(
                      "select count(*) from pg_inherits where inhparent = 'hits'::regclass")
                  .mapTo(Integer.class)
                  .one());

      assertThat(partitions).isEqualTo(5);
    }
  }

  @Test
  void a_lost_connection_is_told_and_the_next_call_gets_another() {
    try (PostgresDatabase database = TestDatabase.fresh()) {
      assertThatThrownBy(() ->
              database.run(
                  handle -> handle.execute("select pg_terminate_backend(pg_backend_pid())")))
          .isInstanceOf(UncheckedIOException.class);
      database.ping();
    }
  }

  @Test
  void a_database_that_is_away_is_told_as_such() {
    PostgresDatabase database = TestDatabase.fresh();
    database.close();

    assertThatThrownBy(database::ping).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void a_transaction_that_lost_a_race_is_run_again() {
    try (PostgresDatabase database = TestDatabase.fresh()) {
      AtomicInteger attempts = new AtomicInteger();

      int result =
          database.inTransaction(handle -> {
            if (attempts.incrementAndGet() < 4) {
              handle.execute("do $$ begin raise sqlstate '40P01'; end $$");
            }
            return attempts.get();
          });

      assertThat(result).isEqualTo(4);
    }
  }

  @Test
  void a_start_without_a_database_is_one_clear_line() {
    assertThatThrownBy(
            () -> PostgresDatabase.open("postgres://nobody:x@127.0.0.1:1/none", "", "", 2))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the database cannot be opened");
  }
}
