package io.trafficgen.application.port;

import java.util.Map;
import java.util.Optional;

/** The public keys by which sites verify our requests (RFC 9421). */
public interface KeyDirectory {
  /**
   * A JWK set and the signature that binds it to this installation.
   *
   * @param json the body, signed byte for byte
   * @param headers that go with it
   */
  record Published(String json, Map<String, String> headers) {
    public Published {
      headers = Map.copyOf(headers);
    }
  }

  /** Empty where requests are not signed. */
  Optional<Published> publish();
}
