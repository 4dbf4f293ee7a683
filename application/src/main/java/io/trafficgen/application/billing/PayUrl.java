package io.trafficgen.application.billing;

import io.trafficgen.domain.billing.TopUp;
import java.net.URI;
import java.util.Optional;

/**
 * Where a payer is sent: to the order that was made for the intent, else by a template.
 *
 * @param template with {@code {reference}} and {@code {amount}}; empty if payers find the way
 *     themselves
 */
public record PayUrl(Optional<String> template) {
  PayableTopUp of(TopUp topUp) {
    return new PayableTopUp(
        topUp,
        topUp
            .checkout()
            .map(URI::toString)
            .or(() ->
                template.map(text ->
                    text.replace("{reference}", topUp.reference().value())
                        .replace("{amount}", topUp.quote().amount().toString()))));
  }
}
