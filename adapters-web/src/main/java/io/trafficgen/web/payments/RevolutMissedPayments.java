package io.trafficgen.web.payments;

import static io.trafficgen.web.payments.JsonMembers.member;
import static io.trafficgen.web.payments.JsonMembers.text;

import io.trafficgen.application.port.MissedPayment;
import io.trafficgen.application.port.MissedPayments;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonArray;
import io.trafficgen.web.Ids;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@link MissedPayments} by Revolut's list of orders, {@code GET /api/orders}, refunds and
 * chargebacks included.
 */
public final class RevolutMissedPayments implements MissedPayments {
  /** The list knows when orders were made, and one may be paid this much later (30 days). */
  private static final Duration LONGEST_PENDING = Duration.ofDays(30);

  private static final int PAGE = 100;
  private static final int MOST_PAGES = 1_000;

  private final RevolutApi api;

  /** An order as the list has it. */
  private record Listed(UUID id, Instant made, Instant changed) {
    static Listed of(JsonValue order) {
      try {
        return text(order, "id")
            .flatMap(Ids::find)
            .map(id -> new Listed(id, time(order, "created_at"), time(order, "updated_at")))
            .orElseThrow(() -> new ProviderAwayException("a listed order has no identity"));
      } catch (DateTimeException e) {
        throw new ProviderAwayException("a listed order has no time");
      }
    }

    private static Instant time(JsonValue order, String name) {
      return Instant.parse(text(order, name).orElse(""));
    }
  }

  public RevolutMissedPayments(RevolutApi api) {
    this.api = api;
  }

  @Override
  public String provider() {
    return RevolutPayments.NAME;
  }

  @Override
  public List<MissedPayment> since(Instant start) {
    return completed(start.minus(LONGEST_PENDING)).values().stream()
        .filter(order -> !order.changed().isBefore(start))
        .map(order -> RevolutEvent.completed(order.id()))
        .map(event -> new MissedPayment(event.dedupeKey(), event.body()))
        .toList();
  }

  /**
   * Turns pages by the time of the last order, in whichever direction the list runs: its
   * description does not say. Neither does it say whether the bounds belong to the range, so that
   * they are taken for included.
   */
  private Map<UUID, Listed> completed(Instant start) {
    Map<UUID, Listed> found = new LinkedHashMap<>();
    String range = "from=" + start;
    for (int page = 0; page < MOST_PAGES; page++) {
      List<Listed> orders = page(range);
      int before = found.size();
      orders.forEach(order -> found.putIfAbsent(order.id(), order));
      if (orders.size() < PAGE || found.size() == before) {
        return found;
      }
      Instant first = orders.getFirst().made();
      Instant last = orders.getLast().made();
      range = last.isAfter(first) ? "from=" + last : "from=" + start + "&to=" + last;
    }
    throw new ProviderAwayException("Revolut's list of orders does not end");
  }

  private List<Listed> page(String range) {
    JsonValue answer =
        api.get("/api/orders?state=completed&limit=" + PAGE + "&" + range)
            .orElseThrow(() -> new ProviderAwayException("Revolut has no list of orders"));
    if (member(answer, "orders").orElse(answer) instanceof JsonArray orders) {
      return orders.elements().stream().map(Listed::of).toList();
    }
    throw new ProviderAwayException("Revolut's list of orders is none");
  }
}
