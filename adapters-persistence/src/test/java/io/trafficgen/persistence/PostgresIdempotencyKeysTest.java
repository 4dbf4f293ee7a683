package io.trafficgen.persistence;

import io.trafficgen.application.contract.IdempotencyKeysContract;

class PostgresIdempotencyKeysTest extends PostgresPorts implements IdempotencyKeysContract {
  @Override
  public PostgresIdempotencyKeys idempotencyKeys() {
    return new PostgresIdempotencyKeys(database());
  }
}
