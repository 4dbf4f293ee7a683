package io.trafficgen.web.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.contract.PaymentOrdersContract;
import io.trafficgen.domain.billing.TopUp;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevolutPaymentOrdersTest implements PaymentOrdersContract {
  private final ScriptedHttp http = new ScriptedHttp();
  private final AtomicInteger made = new AtomicInteger();
  private final RevolutPaymentOrders orders = new RevolutPaymentOrders(http.revolut());

  @BeforeEach
  void make_orders() {
    http.on("POST /api/orders", 201, order("https://checkout.example/payment-link/1"));
  }

  private static String order(String page) {
    return "{\"id\":\"6516e61c-d279-a454-a837-bc52ce55ed49\",\"state\":\"pending\",\"checkout_url\":\"%s\"}"
        .formatted(page);
  }

  /** Each order has a page of its own. */
  @Override
  public RevolutPaymentOrders orders() {
    http.on(
        "POST /api/orders",
        201,
        order("https://checkout.example/payment-link/" + made.incrementAndGet()));
    return orders;
  }

  @Override
  public String provider() {
    return "revolut";
  }

  @Override
  public void goAway() {
    http.goAway();
  }

  @Test
  void the_order_carries_amount_reference_payer_and_intent() {
    TopUp topUp = Fixtures.topUp("500.5");

    assertThat(orders.checkout(topUp))
        .hasToString("Optional[https://checkout.example/payment-link/1]");

    assertThat(http.asked().getFirst().json())
        .contains(
            """
            {"amount":50050,"currency":"EUR","description":"Visits, reference %1$s",\
            "expire_pending_after":"PT336H","merchant_order_data":{"reference":"%1$s"},\
            "metadata":{"user_id":"%2$s","intent_id":"%3$s"}}\
            """
                .formatted(topUp.reference(), topUp.account().value(), topUp.id()));
  }

  @ParameterizedTest
  @CsvSource({
    "401,''",
    "422,{}",
    "500,''",
    "201,''",
    "201,[]",
    "201,{}",
    "201,{\"checkout_url\":null}",
    "201,{\"checkout_url\":\"javascript:alert(1)\"}",
    "201,{\"checkout_url\":\"/pay\"}",
    "201,{\"checkout_url\":\"https:// x\"}"
  })
  void an_answer_without_a_page_is_no_order(int status, String body) {
    http.on("POST /api/orders", status, body);
    assertThat(orders.checkout(Fixtures.topUp("500"))).isEmpty();
  }
}
