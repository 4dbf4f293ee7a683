package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.TopUps;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.billing.TopUp;
import io.trafficgen.domain.billing.TopUpReference;
import io.trafficgen.domain.billing.TopUpStatus;
import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.pricing.PricingCurve;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link TopUps} keeps. */
public interface TopUpsContract {
  /** Over all classes that keep it: the databases of two tests may be one. */
  Random REFERENCES = new Random(7);

  Accounts accounts();

  TopUps topUps();

  @Test
  default void finds_an_intent_by_owner_identity_and_reference() {
    TopUp intent = intentOf(owner(), TopUpReference.random(REFERENCES));
    assertThat(topUps().add(intent)).isTrue();

    assertThat(topUps().find(intent.account(), intent.id())).contains(intent);
    assertThat(topUps().find(intent.id())).contains(intent);
    assertThat(topUps().find(intent.reference())).contains(intent);
  }

  @Test
  default void an_intent_keeps_where_its_order_is_paid() {
    URI page = URI.create("https://pay.example/orders/1?from=us");
    TopUp intent =
        intentOf(owner(), TopUpReference.random(REFERENCES)).payableAt(Optional.of(page));
    topUps().add(intent);

    assertThat(topUps().find(intent.id())).contains(intent);
  }

  @Test
  default void an_intent_is_its_owners_alone() {
    TopUp intent = intentOf(owner(), TopUpReference.random(REFERENCES));
    topUps().add(intent);

    assertThat(topUps().find(owner(), intent.id())).isEmpty();
    assertThat(topUps().find(intent.account(), Fixtures.uuid())).isEmpty();
    assertThat(topUps().find(TopUpReference.random(REFERENCES))).isEmpty();
  }

  @Test
  default void a_reference_names_one_intent_whoever_asks_for_it_at_once() {
    TopUpReference reference = TopUpReference.random(REFERENCES);

    List<Optional<TopUp>> added =
        Together.collect(8, () -> List.of(added(intentOf(owner(), reference))), 5);

    assertThat(added).hasSize(40).containsOnlyOnce(topUps().find(reference));
  }

  /** The intent, if it could be added. */
  private Optional<TopUp> added(TopUp intent) {
    return topUps().add(intent) ? Optional.of(intent) : Optional.empty();
  }

  private AccountId owner() {
    Account account = Fixtures.account();
    accounts().add(account);
    return account.id();
  }

  private static TopUp intentOf(AccountId owner, TopUpReference reference) {
    return new TopUp(
        Fixtures.uuid(),
        owner,
        reference,
        PricingCurve.standard().quote(Money.parse("500")),
        TopUpStatus.PENDING,
        NOW);
  }
}
