package io.trafficgen.application.port;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A call that {@link GuardedHttp} is to make: a GET, or a POST where there is something to send.
 *
 * @param headers beside those that every call has; they may hold secrets
 * @param json sent as {@code application/json}
 */
public record HttpCall(URI url, Map<String, String> headers, Optional<String> json) {
  public HttpCall {
    headers = Map.copyOf(headers);
  }

  public static HttpCall get(URI url) {
    return new HttpCall(url, Map.of(), Optional.empty());
  }

  /** For logs: without the headers, which may hold secrets. */
  @Override
  public String toString() {
    return (json.isPresent() ? "POST " : "GET ") + url;
  }
}
