package io.trafficgen.domain.billing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A delivery as it came in.
 *
 * @param headers by lower-case name; each value as sent
 * @param body raw bytes
 */
public record WebhookRequest(Map<String, List<String>> headers, byte[] body) {
  public WebhookRequest {
    headers = Map.copyOf(headers);
  }

  public boolean has(String header) {
    return headers.containsKey(header.toLowerCase(Locale.ROOT));
  }

  /** The value of a header that was sent exactly once. */
  public Optional<String> single(String header) {
    List<String> values = headers.getOrDefault(header.toLowerCase(Locale.ROOT), List.of());
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }
}
