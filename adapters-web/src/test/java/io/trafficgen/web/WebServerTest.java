package io.trafficgen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WebServerTest {
  @Test
  void lets_a_request_in_flight_finish_when_it_closes() throws Exception {
    TestHouse house = TestHouse.open();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<HttpResponse<String>> slow = threads.submit(() -> house.client().get("/test/slow"));
      house.trial.slowBegan.await();
      Future<?> closing = threads.submit(house.server::close);
      // Longer than the second after which Jetty drops connections that are idle while it stops.
      assertThatThrownBy(() -> closing.get(2, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
      house.trial.slowMayEnd.countDown();
      assertThat(slow.get().statusCode()).isEqualTo(200);
      assertThat(slow.get().body()).isEqualTo("{\"slow\":true}");
      closing.get();
    }
  }

  @Test
  void may_be_closed_twice() {
    TestHouse house = TestHouse.open();
    house.close();
    house.close();
  }
}
