package io.trafficgen.web.shape;

import io.trafficgen.application.account.IssuedInvitation;
import io.trafficgen.domain.account.Email;
import java.time.Instant;
import java.util.Optional;

/**
 * A fresh invitation.
 *
 * @param code shown this once
 * @param email the only one that may use it
 */
public record InvitationJson(String code, Optional<String> email, Instant expiresAt) {
  public static InvitationJson of(IssuedInvitation issued) {
    return new InvitationJson(issued.code(), issued.email().map(Email::value), issued.expiresAt());
  }

  @Override
  public String toString() {
    return "InvitationJson[hidden]";
  }
}
