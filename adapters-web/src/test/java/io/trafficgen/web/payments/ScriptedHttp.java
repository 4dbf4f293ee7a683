package io.trafficgen.web.payments;

import io.trafficgen.application.port.FetchOutcome;
import io.trafficgen.application.port.FetchOutcome.Fetched;
import io.trafficgen.application.port.FetchOutcome.NotFetched;
import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.application.port.HttpCall;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that answers as a test wrote it, 404 to everything else, and notes what it is asked. */
final class ScriptedHttp implements GuardedHttp {
  static final URI ADDRESS = URI.create("https://revolut.example");
  static final String KEY = "sk_secret";

  private final Map<String, FetchOutcome> answers = new HashMap<>();
  private final List<HttpCall> asked = new ArrayList<>();
  private boolean away;

  /** Revolut behind this server. */
  RevolutApi revolut() {
    return new RevolutApi(this, ADDRESS, KEY);
  }

  /**
   * @param call for example {@code GET /api/orders/1}
   */
  ScriptedHttp on(String call, int status, String body) {
    answers.put(call, new Fetched(status, Optional.empty(), body));
    return this;
  }

  void goAway() {
    away = true;
  }

  List<HttpCall> asked() {
    return List.copyOf(asked);
  }

  @Override
  public FetchOutcome send(HttpCall call, int maxBytes, Duration deadline) {
    asked.add(call);
    if (away) {
      return new NotFetched(FailureReason.TIMEOUT, "no answer in " + deadline);
    }
    URI url = call.url();
    String query = Optional.ofNullable(url.getQuery()).map(text -> "?" + text).orElse("");
    String line = (call.json().isPresent() ? "POST " : "GET ") + url.getPath() + query;
    return answers.getOrDefault(
        line,
        answers.getOrDefault(
            line.replaceAll("\\?.*", ""), new Fetched(404, Optional.empty(), "{}")));
  }
}
