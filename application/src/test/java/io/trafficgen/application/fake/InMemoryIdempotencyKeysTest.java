package io.trafficgen.application.fake;

import io.trafficgen.application.contract.IdempotencyKeysContract;
import io.trafficgen.application.port.Accounts;

class InMemoryIdempotencyKeysTest implements IdempotencyKeysContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryIdempotencyKeys keys = new InMemoryIdempotencyKeys();

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public InMemoryIdempotencyKeys idempotencyKeys() {
    return keys;
  }
}
