package io.trafficgen.web.payments;

import static io.trafficgen.web.payments.JsonMembers.printable;

import io.trafficgen.application.port.PaymentHints;
import io.trafficgen.application.port.PaymentNotice;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.billing.Payment;
import io.trafficgen.domain.money.Money;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Amount and currency as a provider wrote them, and what of it are euros that can be booked.
 *
 * @param stated for people, for example {@code 12.50 USD}
 * @param euros empty unless it is a positive amount of euros in whole cents
 * @param problem why it is none; empty if it is one
 */
record StatedAmount(String stated, Optional<Money> euros, String problem) {
  private static final String EURO = "EUR";
  private static final Pattern MINOR_UNITS = Pattern.compile("[0-9]{1,14}");

  /** Of a decimal in whole euros. */
  static StatedAmount ofDecimal(Optional<String> amount, Optional<String> currency) {
    return of(amount.orElse("?"), amount.orElse(""), currency);
  }

  /** Of an integer in cents; {@code 50000} is stated as {@code 50000/100 EUR}. */
  static StatedAmount ofMinorUnits(Optional<String> amount, Optional<String> currency) {
    String digits = amount.filter(text -> MINOR_UNITS.matcher(text).matches()).orElse("");
    String padded = "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    int point = padded.length() - 2;
    return of(
        amount.orElse("?") + "/100",
        digits.isEmpty() ? "" : padded.substring(0, point) + "." + padded.substring(point),
        currency);
  }

  private static StatedAmount of(String shown, String decimal, Optional<String> currency) {
    String stated = printable(shown + " " + currency.orElse("?"));
    if (!currency.equals(Optional.of(EURO))) {
      return new StatedAmount(
          stated,
          Optional.empty(),
          printable("currency is '" + currency.orElse("") + "', not EUR"));
    }
    try {
      return new StatedAmount(stated, Optional.of(Money.parse(decimal)), "");
    } catch (InvalidValueException e) {
      return new StatedAmount(stated, Optional.empty(), "amount: " + e.problems().get(0).reason());
    }
  }

  /** Of money that arrived: creditable, or for an operator; never refused. */
  PaymentNotice arrived(String provider, String paymentId, PaymentHints hints) {
    return euros
        .<PaymentNotice>map(
            amount -> new PaymentNotice.Paid(new Payment(provider, paymentId, amount), hints))
        .orElseGet(() -> new PaymentNotice.Odd(paymentId, Optional.empty(), stated, problem));
  }
}
