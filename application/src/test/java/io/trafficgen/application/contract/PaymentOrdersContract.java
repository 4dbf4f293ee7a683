package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.PaymentOrders;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What every {@link PaymentOrders} keeps. */
public interface PaymentOrdersContract {
  PaymentOrders orders();

  /** The provider's name. */
  String provider();

  /** Nobody answers there any more. */
  void goAway();

  @Test
  default void each_intent_has_a_page_of_its_own() {
    URI one = orders().checkout(Fixtures.topUp("500")).orElseThrow();
    URI other = orders().checkout(Fixtures.topUp("500")).orElseThrow();

    assertThat(one).isNotEqualTo(other);
    assertThat(one.getScheme()).startsWith("http");
    assertThat(one.getHost()).isNotBlank();
  }

  @Test
  default void they_are_by_one_provider() {
    assertThat(orders().areBy(provider())).isTrue();
    assertThat(orders().areBy("somebody")).isFalse();
  }

  @Test
  default void where_nobody_answers_there_is_no_order_and_no_failure() {
    goAway();

    assertThat(orders().checkout(Fixtures.topUp("500"))).isEmpty();
  }
}
