package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.HitSpoolContract;
import io.trafficgen.application.contract.HitStoreContract;
import io.trafficgen.application.port.HitSpool.Batch;
import io.trafficgen.domain.visit.Hit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostgresHitStoreTest extends PostgresPorts implements HitStoreContract {
  @Test
  void a_row_that_can_never_be_stored_is_left_out_and_holds_nothing_up() {
    Batch batch = HitSpoolContract.batch(1);
    Hit good = batch.hits().get(0);
    hits().append(List.of(good, unstorable(good)), List.of());
    assertThat(
            database()
                .<Long>read(handle ->
                    handle
                        .createQuery("select count(*) from hits where visit_id = :visit")
                        .bind("visit", good.visit().value())
                        .mapTo(Long.class)
                        .one()))
        .isEqualTo(1);
  }

  /** PostgreSQL's texts bear no NUL. */
  private static Hit unstorable(Hit hit) {
    return new Hit(
        hit.visit(),
        hit.page() + 1,
        hit.project(),
        hit.account(),
        hit.url(),
        Optional.of("D\0"),
        hit.ip(),
        hit.device(),
        hit.browser(),
        hit.status(),
        hit.duration(),
        hit.bytes(),
        hit.blockedRequests(),
        hit.at());
  }
}
