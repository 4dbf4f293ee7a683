package io.trafficgen.application.affiliate;

import io.trafficgen.application.port.Affiliates;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PagedItems;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.affiliate.Earning;
import java.util.Iterator;
import java.util.Optional;

/** Hands out all that an affiliate earned, newest first, in constant memory. */
public final class ExportEarnings {
  private static final int ROWS = 500;

  private final Affiliates affiliates;

  public ExportEarnings(Affiliates affiliates) {
    this.affiliates = affiliates;
  }

  public Iterator<Earning> export(AccountId affiliate) {
    return PagedItems.of(
        request -> affiliates.earnings(affiliate, request),
        new PageRequest(ROWS, Optional.empty()));
  }
}
