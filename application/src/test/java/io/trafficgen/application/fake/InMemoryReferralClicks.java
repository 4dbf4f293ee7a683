package io.trafficgen.application.fake;

import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.ReferralClicks;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.VisitorMark;
import io.trafficgen.domain.affiliate.ReferralClick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@link ReferralClicks} in memory. */
public final class InMemoryReferralClicks implements ReferralClicks {
  private record Click(
      UUID id, AccountId affiliate, AffiliateCode code, VisitorMark visitor, Instant at) {}

  private final Accounts accounts;
  private final List<Click> clicks = new ArrayList<>();

  public InMemoryReferralClicks(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public synchronized boolean log(UUID id, AffiliateCode code, VisitorMark visitor, Instant at) {
    boolean counted =
        clicks.stream()
            .filter(click -> click.code().equals(code) && click.visitor().equals(visitor))
            .anyMatch(click -> click.at().isAfter(at.minus(ONCE_IN)));
    Optional<AccountId> affiliate = accounts.findByAffiliateCode(code).map(Account::id);
    if (counted || affiliate.isEmpty()) {
      return false;
    }
    return clicks.add(new Click(id, affiliate.get(), code, visitor, at));
  }

  @Override
  public synchronized Page<ReferralClick> list(AccountId affiliate, PageRequest request) {
    return NewestFirst.page(
        clicks.stream().filter(click -> click.affiliate().equals(affiliate)).map(this::shown),
        request,
        click -> new Position(click.at(), click.id()));
  }

  private ReferralClick shown(Click click) {
    boolean signedUp =
        accounts.list(new PageRequest(1000, Optional.empty())).items().stream()
            .filter(account -> account.referredBy().equals(Optional.of(click.affiliate())))
            .filter(account -> account.origin().visitor().equals(Optional.of(click.visitor())))
            .anyMatch(account -> !account.createdAt().isBefore(click.at()));
    return new ReferralClick(click.id(), click.code(), signedUp, click.at());
  }
}
