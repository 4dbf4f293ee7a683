package io.trafficgen.web.payments;

import static io.trafficgen.web.payments.JsonMembers.text;

import io.trafficgen.application.port.PaymentOrders;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.money.Rounding;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link PaymentOrders} at Revolut: the order carries the intent's reference back to us. */
public final class RevolutPaymentOrders implements PaymentOrders {
  private static final Logger LOG = LoggerFactory.getLogger(RevolutPaymentOrders.class);

  private final RevolutApi api;

  public RevolutPaymentOrders(RevolutApi api) {
    this.api = api;
  }

  @Override
  public Optional<URI> checkout(TopUp topUp) {
    try {
      return text(api.post("/api/orders", order(topUp)), "checkout_url")
          .flatMap(RevolutPaymentOrders::page);
    } catch (ProviderAwayException e) {
      LOG.warn("no order for {}: {}", topUp.reference(), e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public boolean areBy(String provider) {
    return provider.equals(RevolutPayments.NAME);
  }

  /** Nothing in it needs escaping; the order ends when the quote does. */
  private static String order(TopUp topUp) {
    return """
    {"amount":%d,"currency":"EUR","description":"Visits, reference %s",\
    "expire_pending_after":"PT%dH","merchant_order_data":{"reference":"%s"},\
    "metadata":{"user_id":"%s","intent_id":"%s"}}\
    """
        .formatted(
            topUp.quote().amount().cents(Rounding.FLOOR),
            topUp.reference(),
            Duration.between(topUp.createdAt(), topUp.expiresAt()).toHours(),
            topUp.reference(),
            topUp.account().value(),
            topUp.id());
  }

  /** It is shown as a link: a page of the web, or nothing. */
  private static Optional<URI> page(String text) {
    try {
      URI page = new URI(text);
      boolean web = "https".equals(page.getScheme()) || "http".equals(page.getScheme());
      return Optional.of(page).filter(uri -> web && uri.getHost() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
