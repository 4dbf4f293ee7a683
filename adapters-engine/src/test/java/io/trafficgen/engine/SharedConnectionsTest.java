package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedConnectionsTest {
  /** A site that says nothing, one that is soon to close, others. */
  @ParameterizedTest
  @CsvSource({"-1, 4000", "0, 1", "400, 1", "1000, 500", "3000, 2500", "5000, 4000"})
  void a_connection_rests_less_long_than_its_site_keeps_it(long said, long kept) {
    assertThat(SharedConnections.kept(said)).isEqualTo(kept);
  }
}
