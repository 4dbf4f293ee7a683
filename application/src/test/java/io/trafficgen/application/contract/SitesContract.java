package io.trafficgen.application.contract;

import static io.trafficgen.application.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.port.Accounts;
import io.trafficgen.application.port.Sites;
import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.account.Account;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Sites} keeps. */
public interface SitesContract {
  Accounts accounts();

  Sites sites();

  @Test
  default void a_site_is_its_owners_alone() {
    AccountId owner = owner();
    AccountId other = owner();
    Site site = added(owner, "localhost:8081");

    assertThat(sites().find(owner, site.id())).contains(site);
    assertThat(sites().find(owner, site.host())).contains(site);
    assertThat(sites().find(other, site.id())).isEmpty();
    assertThat(sites().find(other, site.host())).isEmpty();
    assertThat(sites().add(site(owner, "localhost:8081"))).isFalse();
    assertThat(sites().add(site(other, "localhost:8081"))).isTrue();
  }

  @Test
  default void lists_all_sites_in_parts_newest_first() {
    AccountId owner = owner();
    Site older = added(owner, "a.example");
    Site newer = added(owner, "b.example");

    Page<Site> first = sites().list(owner, new PageRequest(1, Optional.empty()));
    Page<Site> second = sites().list(owner, new PageRequest(1, first.next()));

    assertThat(first.items()).containsExactly(newer);
    assertThat(second.items()).containsExactly(older);
    assertThat(second.next()).isEmpty();
  }

  private AccountId owner() {
    Account account = Fixtures.account();
    accounts().add(account);
    return account.id();
  }

  private Site added(AccountId owner, String host) {
    Site site = site(owner, host);
    assertThat(sites().add(site)).isTrue();
    return site;
  }

  private Site site(AccountId owner, String host) {
    return new Site(
        new SiteId(Fixtures.uuid()),
        owner,
        Host.parse(host),
        Optional.empty(),
        Optional.empty(),
        NOW);
  }
}
