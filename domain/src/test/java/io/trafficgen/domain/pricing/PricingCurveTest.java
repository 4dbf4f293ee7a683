package io.trafficgen.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingCurveTest {
  private final PricingCurve curve = PricingCurve.standard();

  @ParameterizedTest
  @CsvSource({
    "500,1250000,0.40", "0.01,17,0.58", "128.99,222396,0.58", "129,300000,0.43",
    "398.50,926744,0.43", "399,997500,0.40", "999,3027272,0.33", "1249,4996000,0.25",
    "2998.99,11995960,0.25", "2999,14995000,0.20", "99999999.99,499999999950,0.20"
  })
  void quotes_by_half_open_tiers(String amount, long visits, String rate) {
    Quote quote = curve.quote(Money.parse(amount));
    assertThat(quote.visits()).isEqualTo(visits);
    assertThat(quote.pricePerThousand()).hasToString(rate);
  }

  /** The plan's table, in exact decimals, against every cent up to 4,000.00. */
  @Test
  void agrees_with_an_exact_oracle_for_every_cent() {
    for (long cents = 1; cents <= 400_000; cents++) {
      BigDecimal amount = BigDecimal.valueOf(cents, 2);
      BigDecimal expected = amount.movePointRight(3).divide(planRate(cents), 0, RoundingMode.DOWN);
      assertThat(curve.quote(Money.ofCents(cents)).visits()).isEqualTo(expected.longValueExact());
    }
  }

  private static BigDecimal planRate(long cents) {
    String rate =
        cents < 12_900
            ? "0.58"
            : cents < 39_900
                ? "0.43"
                : cents < 99_900
                    ? "0.40"
                    : cents < 124_900 ? "0.33" : cents < 299_900 ? "0.25" : "0.20";
    return new BigDecimal(rate);
  }

  @Test
  void names_the_next_tier_and_what_is_missing_to_it() {
    NextTier next = curve.quote(Money.parse("500")).next().orElseThrow();
    assertThat(next.amount()).hasToString("999.00");
    assertThat(next.pricePerThousand()).hasToString("0.33");
    assertThat(next.visits()).isEqualTo(3_027_272);
    assertThat(next.add()).hasToString("499.00");
    assertThat(curve.quote(Money.parse("2999")).next()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1000000,400.00", "1,0.01", "222396,128.99", "222397,129.00", "14995000,2999.00"})
  void inverts_to_the_least_amount(long visits, String amount) {
    assertThat(curve.quoteVisits(visits).amount()).hasToString(amount);
  }

  @Test
  void no_smaller_amount_buys_what_the_inverse_names() {
    for (long visits = 1; visits < 20_000_000; visits = visits * 5 / 4 + 1) {
      Quote quote = curve.quoteVisits(visits);
      assertThat(quote.visits()).isGreaterThanOrEqualTo(visits);
      Money less = quote.amount().minus(Money.CENT);
      assertThat(less.isZero() || curve.quote(less).visits() < visits).isTrue();
    }
  }

  @Test
  void refuses_what_is_not_positive() {
    assertThatThrownBy(() -> curve.quote(Money.ZERO)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> curve.quoteVisits(0)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> curve.quoteVisits(Long.MAX_VALUE))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void an_embedder_may_build_a_curve_but_not_a_crooked_one() {
    PricingTier flat = new PricingTier(Money.CENT, Money.ofMicros(1000));
    assertThat(PricingCurve.of(7, List.of(flat)).quote(Money.parse("1")).visits()).isEqualTo(1000);
    assertThatThrownBy(() -> PricingCurve.of(7, List.of(flat, flat)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
