package io.trafficgen.application.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.NotAllowedException;
import io.trafficgen.application.fake.InMemoryProjects;
import io.trafficgen.application.fake.InMemorySafeguards;
import io.trafficgen.application.fake.InMemorySiteChecks;
import io.trafficgen.application.fake.InMemorySites;
import io.trafficgen.application.fake.RecordingLiveFeed;
import io.trafficgen.application.fake.ScriptedSiteProofs;
import io.trafficgen.application.site.CheckSite;
import io.trafficgen.application.site.ConfirmSites;
import io.trafficgen.application.site.ProofSearch;
import io.trafficgen.application.site.SiteTokens;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.settings.SettingsDocument;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StartConditionsTest {
  private static final AccountId OWNER = new AccountId(new UUID(1, 2));

  @Test
  void names_every_list_with_a_url_on_an_unverified_host() {
    assertThat(
            problems(
                """
                {"entryUrls":"https://a.example/","innerUrls":"https://b.example/",
                 "exitUrls":"https://c.example/"}\
                """))
        .extracting(Problem::pointer)
        .containsExactly("/settings/entryUrls", "/settings/innerUrls", "/settings/exitUrls");
  }

  @Test
  void names_every_field_that_cannot_be_run() {
    assertThat(problems("{\"scheduleMode\":\"burst\",\"qa\":{\"maxConcurrent\":0}}"))
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "/settings/entryUrls",
            "/settings/scheduleTrafficAmount",
            "/settings/scheduleTime",
            "/settings/qa/maxConcurrent");
  }

  private static List<Problem> problems(String settings) {
    InMemorySites sites = new InMemorySites();
    CheckSite check =
        new CheckSite(
            new ProofSearch(new ScriptedSiteProofs(), name -> Optional.empty()),
            new SiteTokens(new byte[32]),
            new InMemorySiteChecks(sites, new InMemoryProjects()),
            new InMemorySafeguards(),
            new RecordingLiveFeed(),
            () -> Fixtures.NOW);
    StartConditions conditions =
        new StartConditions(sites, new InMemorySafeguards(), new ConfirmSites(check));
    SettingsDocument document = SettingsDocument.parse(settings);
    return catchThrowableOfType(
            NotAllowedException.class, () -> conditions.require(OWNER, document, "/settings"))
        .problems();
  }
}
