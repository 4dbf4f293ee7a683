package io.trafficgen.application.fake;

import io.trafficgen.application.port.TopUps;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.TopUpReference;
import io.trafficgen.domain.billing.TopUpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** {@link TopUps} in memory. */
public final class InMemoryTopUps implements TopUps {
  private final Map<TopUpReference, TopUp> topUps = new ConcurrentHashMap<>();

  @Override
  public boolean add(TopUp topUp) {
    return topUps.putIfAbsent(topUp.reference(), topUp) == null;
  }

  @Override
  public Optional<TopUp> find(AccountId owner, UUID id) {
    return find(id).filter(topUp -> topUp.account().equals(owner));
  }

  @Override
  public Optional<TopUp> find(UUID id) {
    return topUps.values().stream().filter(topUp -> topUp.id().equals(id)).findAny();
  }

  @Override
  public Optional<TopUp> find(TopUpReference reference) {
    return Optional.ofNullable(topUps.get(reference));
  }

  @Override
  public void fail(UUID id) {
    topUps.replaceAll((reference, topUp) ->
        topUp.id().equals(id) && topUp.status() == TopUpStatus.PENDING
            ? new TopUp(
                id,
                topUp.account(),
                reference,
                topUp.quote(),
                TopUpStatus.FAILED,
                topUp.createdAt())
            : topUp);
  }
}
