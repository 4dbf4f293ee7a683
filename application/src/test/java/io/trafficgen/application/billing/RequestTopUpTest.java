package io.trafficgen.application.billing;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.fake.InMemoryPaymentOrders;
import io.trafficgen.application.fake.InMemoryTopUps;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.PurchaseLimits;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RequestTopUpTest {
  private static final AccountId PAYER = new AccountId(Fixtures.uuid());
  private static final Optional<String> TEMPLATE = Optional.of("https://bank.example/{amount}");

  private final InMemoryTopUps topUps = new InMemoryTopUps();
  private final InMemoryPaymentOrders orders = new InMemoryPaymentOrders();

  private PayableTopUp request(String amount, Optional<String> template, long seed) {
    return request(amount, template, seed, Optional.empty());
  }

  private PayableTopUp request(
      String amount, Optional<String> template, long seed, Optional<String> provider) {
    return new RequestTopUp(
            topUps,
            PricingCurve.standard(),
            PurchaseLimits.standard(),
            Optional.of(orders),
            new PayUrl(template),
            Fixtures::uuid,
            new Random(seed),
            () -> NOW)
        .request(PAYER, Money.parse(amount), provider);
  }

  @Test
  void an_intent_is_paid_at_the_order_that_was_made_for_it_whenever_it_is_shown() {
    PayableTopUp made = request("500", TEMPLATE, 1);

    String page = "https://pay.example/orders/" + made.topUp().id();
    assertThat(made.payUrl()).contains(page);
    assertThat(new ShowTopUp(topUps, new PayUrl(TEMPLATE)).show(PAYER, made.topUp().id()))
        .contains(made);
    assertThat(orders.asked())
        .extracting(TopUp::reference)
        .containsExactly(made.topUp().reference());
  }

  @Test
  void without_an_order_it_is_the_template_or_nothing() {
    orders.goAway();

    assertThat(request("500", TEMPLATE, 1).payUrl()).contains("https://bank.example/500.00");
    assertThat(request("500", Optional.empty(), 2).payUrl()).isEmpty();
  }

  @Test
  void whoever_wants_to_pay_elsewhere_gets_no_order() {
    Optional<String> ours = Optional.of(InMemoryPaymentOrders.PROVIDER);

    assertThat(request("500", TEMPLATE, 1, Optional.of("wise")).payUrl())
        .contains("https://bank.example/500.00");
    assertThat(orders.asked()).isEmpty();
    assertThat(request("500", TEMPLATE, 2, ours).topUp().checkout()).isPresent();
  }

  @Test
  void a_reference_in_use_is_given_to_nobody_else() {
    assertThat(request("500", TEMPLATE, 1).topUp().reference())
        .isNotEqualTo(request("500", TEMPLATE, 1).topUp().reference());
  }

  @Test
  void what_is_not_allowed_is_ordered_nowhere() {
    assertThatThrownBy(() -> request("9.99", TEMPLATE, 1)).isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(() -> request("1000000.01", TEMPLATE, 1))
        .isInstanceOf(NotAllowedException.class);
    assertThat(orders.asked()).isEmpty();
  }
}
