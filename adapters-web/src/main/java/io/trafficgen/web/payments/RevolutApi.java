package io.trafficgen.web.payments;

import io.trafficgen.application.port.FetchOutcome;
import io.trafficgen.application.port.FetchOutcome.Fetched;
import io.trafficgen.application.port.FetchOutcome.NotFetched;
import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.application.port.HttpCall;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonReader;
import io.trafficgen.domain.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Calls of Revolut's Merchant API (their OpenAPI description merchant-2026-04-20). */
public final class RevolutApi {
  /** Where it answers unless an operator says otherwise. */
  public static final URI PRODUCTION = URI.create("https://merchant.revolut.com");

  static final String VERSION = "2026-04-20";

  /** Twice this is less than the time for which an event is claimed. */
  private static final Duration DEADLINE = Duration.ofSeconds(8);

  /** Somebody waits for the page of an order. */
  private static final Duration SHORT_DEADLINE = Duration.ofSeconds(4);

  private static final int MAX_BYTES = 2_000_000;
  private static final int NOT_FOUND = 404;

  private final GuardedHttp http;
  private final URI address;
  private final String key;

  /**
   * @param address scheme and authority, no path
   * @param key the merchant's secret key
   */
  public RevolutApi(GuardedHttp http, URI address, String key) {
    this.http = http;
    this.address = address;
    this.key = key;
  }

  /**
   * Gets what stands at a path; empty if there is nothing.
   *
   * @throws ProviderAwayException without a usable answer
   */
  Optional<JsonValue> get(String path) {
    Fetched answer = call(path, Optional.empty());
    return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(read(path, answer));
  }

  /**
   * @throws ProviderAwayException without a usable answer
   */
  JsonValue post(String path, String json) {
    return read(path, call(path, Optional.of(json)));
  }

  private Fetched call(String path, Optional<String> json) {
    HttpCall call =
        new HttpCall(
            address.resolve(path),
            Map.of(
                "Authorization",
                "Bearer " + key,
                "Revolut-Api-Version",
                VERSION,
                "Accept",
                "application/json"),
            json);
    FetchOutcome outcome = http.send(call, MAX_BYTES, json.isPresent() ? SHORT_DEADLINE : DEADLINE);
    return switch (outcome) {
      case Fetched fetched -> fetched;
      case NotFetched failure ->
          throw new ProviderAwayException("Revolut does not answer: " + failure.detail());
    };
  }

  private static JsonValue read(String path, Fetched answer) {
    if (answer.status() / 100 != 2) {
      throw new ProviderAwayException("Revolut answers " + answer.status() + " to " + path);
    }
    try {
      return JsonReader.read(answer.text());
    } catch (InvalidValueException e) {
      throw new ProviderAwayException("Revolut's answer to " + path + " is no JSON");
    }
  }
}
