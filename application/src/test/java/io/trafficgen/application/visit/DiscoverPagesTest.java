package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.fake.InMemoryFoundPages;
import io.trafficgen.application.fake.InMemorySites;
import io.trafficgen.application.port.PageSearch;
import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.audit.AuditAction;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.safety.HostRule;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.visit.HostPause;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DiscoverPagesTest {
  private static final URI PAGE = URI.create("https://shop.example/found");
  private static final URI PRIVATE = URI.create("https://shop.example/private/x");

  private final PacedProjects paced = new PacedProjects();
  private final InMemoryFoundPages found = new InMemoryFoundPages();
  private final AtomicReference<Instant> now = new AtomicReference<>(PacedProjects.NOW);
  private final List<String> searches = new ArrayList<>();
  private final PageSearch search =
      (hosts, starts, order) -> {
        searches.add(hosts + " " + order.sitemap().on() + " " + order.crawler().on());
        return List.of(PAGE, PRIVATE);
      };

  private DiscoverPages discover(InMemorySites sites) {
    return new DiscoverPages(
        paced.projects,
        sites,
        paced.safeguards,
        paced.pauses,
        search,
        found,
        Runnable::run,
        now::get);
  }

  private List<URI> found(ProjectId id) {
    Project project = paced.project(id);
    return found.of(id, DiscoverPages.wish(ProjectSettings.parse(project.settings())));
  }

  @Test
  void looks_once_a_day_on_verified_hosts_and_keeps_what_their_terms_permit() {
    paced.verify("shop.example", SiteTerms.parse("paths: /found"));
    paced.verify("blog.example", PacedProjects.NO_TERMS);
    ProjectId id =
        paced.active(
            1, VisitLimits.none(), "{\"entryUrls\":\"https://shop.example/\",\"sitemap\":true}");
    paced.active(2, VisitLimits.none(), PacedProjects.entering("https://blog.example/"));
    DiscoverPages discover = discover(paced.sites());
    discover.discover();
    discover.discover();
    assertThat(searches).containsExactly("[shop.example] true false");
    assertThat(found(id)).containsExactly(PAGE);
    now.set(now.get().plus(Duration.ofDays(1)));
    discover.discover();
    assertThat(searches).hasSize(2);
  }

  @Test
  void asks_nothing_of_a_host_that_the_operator_blocks() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    paced.verify("blog.example", PacedProjects.NO_TERMS);
    Host blocked = Host.parse("blog.example");
    paced.safeguards.change(
        blocked,
        rule -> new HostRule(blocked, rule.maxPerMinute(), true),
        Fixtures.entry(new AccountId(Fixtures.uuid()), AuditAction.HOST_CHANGED),
        PacedProjects.NOW);
    paced.active(
        1,
        VisitLimits.none(),
        "{\"entryUrls\":\"https://shop.example/\",\"sitemap\":\"https://blog.example/map.xml\"}");
    discover(paced.sites()).discover();
    assertThat(searches).containsExactly("[shop.example] true false");
  }

  @Test
  void waits_while_a_host_wants_to_be_left_alone() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    paced.pauses.pause(
        new HostPause(Host.parse("shop.example"), PacedProjects.NOW.plusSeconds(60)));
    paced.active(
        1, VisitLimits.none(), "{\"entryUrls\":\"https://shop.example/\",\"sitemap\":true}");
    DiscoverPages discover = discover(paced.sites());
    discover.discover();
    assertThat(searches).isEmpty();
    now.set(now.get().plusSeconds(60));
    discover.discover();
    assertThat(searches).containsExactly("[shop.example] true false");
  }

  @Test
  void follows_links_where_only_the_place_of_what_is_found_is_given() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    paced.active(
        1, VisitLimits.none(), "{\"entryUrls\":\"https://shop.example/\",\"autoCrawlEntry\":true}");
    discover(paced.sites()).discover();
    assertThat(searches).containsExactly("[shop.example] false true");
  }
}
