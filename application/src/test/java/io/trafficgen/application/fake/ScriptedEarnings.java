package io.trafficgen.application.fake;

import io.trafficgen.application.port.EarningCredit;
import io.trafficgen.application.port.EarningRuling;
import io.trafficgen.application.port.Earnings;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Earning;
import io.trafficgen.domain.affiliate.EarningFile;
import io.trafficgen.domain.affiliate.EarningStatus;
import io.trafficgen.domain.affiliate.EarningTotal;
import io.trafficgen.domain.affiliate.TrackedEarning;
import io.trafficgen.domain.billing.Wallet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Commission as a test says it; it books nothing, since what it promises is the database. */
public final class ScriptedEarnings implements Earnings {
  private final Map<UUID, Earning> earnings = new LinkedHashMap<>();

  public synchronized void add(Earning earning) {
    earnings.put(earning.id(), earning);
  }

  @Override
  public synchronized Page<TrackedEarning> list(
      Optional<EarningStatus> status, Optional<UUID> payment, PageRequest request) {
    return NewestFirst.page(
        earnings.values().stream()
            .filter(row -> status.stream().allMatch(row.status()::equals))
            .filter(row -> payment.stream().allMatch(row.payment()::equals))
            .map(ScriptedEarnings::tracked),
        request,
        row -> new Position(row.earning().createdAt(), row.earning().id()));
  }

  @Override
  public synchronized Optional<TrackedEarning> decide(
      UUID earning, Function<EarningFile, EarningRuling> rule) {
    return Optional.ofNullable(earnings.get(earning))
        .map(found -> {
          EarningRuling ruling = rule.apply(new EarningFile(found, List.of(), false));
          ruling.change().changed().forEach(this::add);
          ruling.change().posting().earnings().forEach(this::add);
          return tracked(earnings.getOrDefault(earning, found));
        });
  }

  private static TrackedEarning tracked(Earning earning) {
    return new TrackedEarning(earning, Optional.empty(), Optional.empty());
  }

  @Override
  public int approve(Instant now) {
    throw new UnsupportedOperationException("only the database approves");
  }

  @Override
  public List<AccountId> creditable() {
    return List.of();
  }

  @Override
  public boolean credit(
      AccountId affiliate, BiFunction<Wallet, EarningTotal, Optional<EarningCredit>> rule) {
    throw new UnsupportedOperationException("only the database books");
  }
}
