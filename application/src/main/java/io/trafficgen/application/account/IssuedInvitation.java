package io.trafficgen.application.account;

import io.trafficgen.domain.account.Email;
import java.time.Instant;
import java.util.Optional;

/**
 * An invitation as the admin gets it.
 *
 * @param code shown this once; good for one sign-up
 */
public record IssuedInvitation(String code, Optional<Email> email, Instant expiresAt) {
  @Override
  public String toString() {
    return "IssuedInvitation[hidden]";
  }
}
