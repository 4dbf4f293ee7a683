package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.visit.FailureReason;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void our_own_shortage_of_connections_is_not_the_sites() {
    assertThat(Failures.reason(new ConnectionPoolTimeoutException()))
        .isEqualTo(FailureReason.DRIVER);
    assertThat(Failures.reason(new ConnectTimeoutException())).isEqualTo(FailureReason.CONNECT);
  }
}
