package io.trafficgen.application.fake;

import io.trafficgen.application.port.PasswordHashing;
import io.trafficgen.domain.account.Password;
import io.trafficgen.domain.account.PasswordHash;

/** No hashing: most tests need not wait for Argon2. */
public final class PlainPasswords implements PasswordHashing {
  @Override
  public PasswordHash hash(Password password) {
    return new PasswordHash(password.value());
  }

  @Override
  public boolean matches(Password password, PasswordHash hash) {
    return password.value().equals(hash.value());
  }

  /** Nobody types this. */
  @Override
  public PasswordHash ofNobody() {
    return new PasswordHash("\0");
  }
}
