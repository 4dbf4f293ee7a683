package io.trafficgen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TimeOrderedIdsTest {
  @Test
  void makes_the_example_of_the_standard() {
    // RFC 9562, A.6: rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F
    Iterator<Long> chance = List.of(0xCC3L << 52, 0x18C4DC0C0C07398FL << 2).iterator();
    RandomGenerator random = chance::next;
    InstantSource clock = () -> Instant.parse("2022-02-22T19:22:22Z");

    assertThat(new TimeOrderedIds(clock, random).get())
        .hasToString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
        .matches(id -> id.version() == 7 && id.variant() == 2);
  }

  @Test
  void later_ones_come_later() {
    Iterator<Long> millis = Stream.iterate(1L, last -> last + 1).iterator();
    InstantSource clock = () -> Instant.ofEpochMilli(millis.next());
    TimeOrderedIds ids = new TimeOrderedIds(clock, new Random(3));

    assertThat(Stream.generate(ids).limit(1000).map(UUID::toString)).isSorted();
  }
}
