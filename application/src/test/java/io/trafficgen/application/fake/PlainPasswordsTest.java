package io.trafficgen.application.fake;

import io.trafficgen.application.contract.PasswordHashingContract;

class PlainPasswordsTest implements PasswordHashingContract {
  @Override
  public PlainPasswords passwords() {
    return new PlainPasswords();
  }
}
