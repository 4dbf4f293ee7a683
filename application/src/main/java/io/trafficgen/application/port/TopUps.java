package io.trafficgen.application.port;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.TopUpReference;
import java.util.Optional;
import java.util.UUID;

/** Intents to pay. */
public interface TopUps {
  /** Adds an intent; false if its reference is in use. */
  boolean add(TopUp topUp);

  /** The owner's intent. */
  Optional<TopUp> find(AccountId owner, UUID id);

  /** The intent that a payment names by its identity. */
  Optional<TopUp> find(UUID id);

  /** The intent that a payment names by its reference. */
  Optional<TopUp> find(TopUpReference reference);

  /** Notes that its payment failed, unless one has arrived. */
  void fail(UUID id);
}
