package io.trafficgen.application.port;

import io.trafficgen.domain.account.Password;
import io.trafficgen.domain.account.PasswordHash;

/** Slow, salted hashing of passwords. */
public interface PasswordHashing {
  PasswordHash hash(Password password);

  boolean matches(Password password, PasswordHash hash);
}
