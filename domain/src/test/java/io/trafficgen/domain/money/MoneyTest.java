package io.trafficgen.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "500,500000000",
    "500.0,500000000",
    "500.000,500000000",
    "0.01,10000",
    "0128.99,128990000",
    "999999999999.99,999999999999990000"
  })
  void reads_plain_amounts(String text, long micros) {
    assertThat(Money.parse(text)).isEqualTo(Money.ofMicros(micros));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 500",
        "500 ",
        "+5",
        "-5",
        "1e3",
        "1,000",
        "NaN",
        "Infinity",
        "0",
        "0.00",
        "128.999",
        ".5",
        "5.",
        "0x10",
        "١٢",
        "５００",
        "1_000",
        "1000000000000",
        "5.5.5",
        "5\n"
      })
  void refuses_everything_else(String text) {
    assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void prints_at_least_two_decimals_and_never_rounds() {
    assertThat(Money.ofCents(500_00)).hasToString("500.00");
    assertThat(Money.ofMicros(400)).hasToString("0.0004");
    assertThat(Money.ofMicros(-1_230_000)).hasToString("-1.23");
    assertThat(Money.ZERO).hasToString("0.00");
  }

  @Test
  void rounds_as_told_on_both_sides_of_zero() {
    assertThat(Money.ofMicros(499_992_000).toCents(Rounding.FLOOR)).hasToString("499.99");
    assertThat(Money.ofMicros(8_000).toCents(Rounding.CEILING)).hasToString("0.01");
    assertThat(Money.ofMicros(-1).toCents(Rounding.FLOOR)).hasToString("-0.01");
    assertThat(Money.ofMicros(-1).toCents(Rounding.CEILING)).hasToString("0.00");
  }

  @Test
  void throws_rather_than_overflow() {
    Money most = Money.ofMicros(Long.MAX_VALUE);
    assertThatThrownBy(() -> most.plus(Money.CENT)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
  }
}
