package io.trafficgen.web.payments;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.contract.MissedPaymentsContract;
import io.trafficgen.application.port.MissedPayment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turning pages is tried on the stand-in for Revolut, over HTTP. */
class RevolutMissedPaymentsTest implements MissedPaymentsContract {
  private static final String LIST = "GET /api/orders";

  private final ScriptedHttp http = new ScriptedHttp();
  private final List<String> orders = new ArrayList<>();
  private final RevolutMissedPayments payments = new RevolutMissedPayments(http.revolut());

  @Override
  public RevolutMissedPayments payments() {
    return payments;
  }

  @Override
  public String paid(Duration ago) {
    UUID id = UUID.nameUUIDFromBytes(ago.toString().getBytes(StandardCharsets.UTF_8));
    Instant at = NOW.minus(ago);
    orders.add(order(id, at.minus(Duration.ofDays(20)), at));
    http.on(LIST, 200, "{\"orders\":[" + String.join(",", orders) + "]}");
    return "ORDER_COMPLETED:" + id;
  }

  @Override
  public void goAway() {
    http.goAway();
  }

  private static String order(UUID id, Instant made, Instant changed) {
    return """
    {"id":"%s","type":"payment","state":"completed","created_at":"%s","updated_at":"%s",\
    "amount":4999,"currency":"EUR","outstanding_amount":0}\
    """
        .formatted(id, made, changed);
  }

  @Test
  void asks_for_completed_orders_that_were_made_up_to_a_month_before() {
    paid(Duration.ofHours(1));

    MissedPayment missed = payments.since(NOW.minus(Duration.ofDays(1))).getFirst();

    assertThat(http.asked())
        .singleElement()
        .satisfies(call ->
            assertThat(call.url())
                .hasToString(
                    "https://revolut.example/api/orders?state=completed&limit=100"
                        + "&from=2026-01-29T12:00:00Z"));
    assertThat(RevolutEvent.find(missed.body()).orElseThrow().dedupeKey())
        .isEqualTo(missed.dedupeKey());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"orders\":{}}", "{\"orders\":[{}]}", "{\"orders\":[7]}"})
  void a_list_that_cannot_be_read_is_no_empty_list(String list) {
    http.on(LIST, 200, list);
    assertThatThrownBy(() -> payments.since(NOW)).isInstanceOf(ProviderAwayException.class);
  }

  @Test
  void an_order_without_a_time_is_not_passed_over() {
    http.on(LIST, 200, "{\"orders\":[{\"id\":\"6516e61c-d279-a454-a837-bc52ce55ed49\"}]}");
    assertThatThrownBy(() -> payments.since(NOW)).isInstanceOf(ProviderAwayException.class);
  }
}
