package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.ReferralClicks;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AffiliateCode;
import io.trafficgen.domain.account.ContactDetails;
import io.trafficgen.domain.account.Origin;
import io.trafficgen.domain.account.VisitorMark;
import io.trafficgen.domain.affiliate.ReferralClick;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ReferralClicks} keeps (billing page, 3.4). */
public interface ReferralClicksContract {
  PageRequest FIRST = new PageRequest(100, Optional.empty());

  VisitorMark HERE = VisitorMark.of(new byte[32], "192.0.2.7");

  VisitorMark THERE = VisitorMark.of(new byte[32], "192.0.2.8");

  Accounts accounts();

  ReferralClicks clicks();

  private Account affiliate() {
    Account account = Fixtures.account();
    accounts().add(account);
    return account;
  }

  private boolean click(Account affiliate, VisitorMark visitor, Instant at) {
    return clicks().log(Fixtures.uuid(), affiliate.affiliateCode(), visitor, at);
  }

  @Test
  default void counts_a_place_once_a_day_for_each_code() {
    Account affiliate = affiliate();

    assertThat(click(affiliate, HERE, NOW)).isTrue();
    assertThat(click(affiliate, HERE, NOW.plus(ReferralClicks.ONCE_IN).minusMillis(1))).isFalse();
    assertThat(click(affiliate, THERE, NOW)).isTrue();
    assertThat(click(affiliate(), HERE, NOW)).isTrue();
    assertThat(click(affiliate, HERE, NOW.plus(ReferralClicks.ONCE_IN))).isTrue();

    assertThat(clicks().list(affiliate.id(), FIRST).items())
        .hasSize(3)
        .allMatch(click -> click.code().equals(affiliate.affiliateCode()));
  }

  @Test
  default void of_a_hundred_clicks_from_eight_threads_one_counts() {
    Account affiliate = affiliate();

    List<Boolean> counted = Together.collect(8, () -> List.of(click(affiliate, HERE, NOW)), 13);

    assertThat(counted).hasSize(104).containsOnlyOnce(true);
  }

  @Test
  default void a_code_that_nobody_has_counts_nothing() {
    assertThat(clicks().log(Fixtures.uuid(), AffiliateCode.parse("nobodys"), HERE, NOW)).isFalse();
  }

  @Test
  default void lists_newest_first_and_who_signed_up_from_there_since() {
    Account affiliate = affiliate();
    click(affiliate, HERE, NOW);
    click(affiliate, THERE, NOW.plusSeconds(1));
    signUp(affiliate, HERE);
    signUp(affiliate, THERE);

    assertThat(clicks().list(affiliate.id(), FIRST).items())
        .extracting(ReferralClick::at, ReferralClick::signedUp)
        .containsExactly(tuple(NOW.plusSeconds(1), false), tuple(NOW, true));
  }

  /** At {@link Fixtures#NOW}. */
  private void signUp(Account affiliate, VisitorMark visitor) {
    Account account = Fixtures.account();
    accounts()
        .add(
            new Account(
                account.id(),
                account.email(),
                account.passwordHash(),
                account.role(),
                account.affiliateCode(),
                new Origin(Optional.of(affiliate.id()), Optional.empty(), Optional.of(visitor)),
                account.balance(),
                ContactDetails.named(Optional.empty()),
                account.marks(),
                NOW));
  }
}
