package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.port.MissedPayment;
import io.trafficgen.application.port.MissedPayments;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link MissedPayments} keeps. */
public interface MissedPaymentsContract {
  MissedPayments payments();

  /**
   * Somebody paid.
   *
   * @param ago how long before {@link io.trafficgen.application.Fixtures#NOW}
   * @return the dedupe key of the delivery that tells of it
   */
  String paid(Duration ago);

  /** Nobody answers there any more. */
  void goAway();

  @Test
  default void tells_of_each_payment_once_by_the_key_of_its_delivery() {
    String one = paid(Duration.ofHours(2));
    String other = paid(Duration.ofHours(1));
    paid(Duration.ofDays(3));

    List<MissedPayment> missed = payments().since(NOW.minus(Duration.ofDays(2)));

    assertThat(missed).extracting(MissedPayment::dedupeKey).containsExactlyInAnyOrder(one, other);
    assertThat(missed).allSatisfy(payment -> assertThat(payment.body()).isNotEmpty());
  }

  @Test
  default void where_nobody_answers_it_says_so() {
    goAway();

    assertThatThrownBy(() -> payments().since(NOW)).isInstanceOf(RuntimeException.class);
  }
}
