package io.trafficgen.application.account;

import java.util.UUID;

/**
 * A session as its owner gets it.
 *
 * @param refreshToken good for one exchange
 */
public record OpenSession(UUID id, String refreshToken) {
  @Override
  public String toString() {
    return "OpenSession[" + id + "]";
  }
}
