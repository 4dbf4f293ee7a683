package io.trafficgen.application.port;

import io.trafficgen.domain.account.Password;
import io.trafficgen.domain.account.PasswordHash;

/** Slow, salted hashing of passwords. */
public interface PasswordHashing {
  PasswordHash hash(Password password);

  boolean matches(Password password, PasswordHash hash);

  /** A hash that no password matches, as costly to check as those of {@link #hash}. */
  PasswordHash ofNobody();
}
