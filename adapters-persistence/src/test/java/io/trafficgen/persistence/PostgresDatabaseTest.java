package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

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
}
