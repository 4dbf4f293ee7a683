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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiscoverPagesTest {
  private static final URI PAGE = URI.create("https://shop.example/found");
  private static final URI PRIVATE = URI.create("https://shop.example/private/x");
  private static final URI MAP = URI.create("https://shop.example/sitemap.xml");

  private final PacedProjects paced = new PacedProjects();
  private final InMemoryFoundPages found = new InMemoryFoundPages();
  private final AtomicReference<Instant> now = new AtomicReference<>(PacedProjects.NOW);
  private final List<PageSearch.Scope> scopes = new ArrayList<>();
  private final List<PageSearch.Order> orders = new ArrayList<>();
  private final PageSearch search =
      (scope, starts, order) -> {
        scopes.add(scope);
        orders.add(order);
        return Stream.of(PAGE, PRIVATE).filter(scope.pages()).toList();
      };

  private final ClosedHosts closed = new ClosedHosts(paced.safeguards, paced.pauses, told -> {});

  private DiscoverPages discover(InMemorySites sites) {
    return new DiscoverPages(
        paced.projects, sites, paced.safeguards, closed, search, found, Runnable::run, now::get);
  }

  private List<URI> found(ProjectId id) {
    Project project = paced.project(id);
    return found.of(id, DiscoverPages.wish(ProjectSettings.parse(project.settings())));
  }

  private ProjectId reading(String sitemap) {
    return paced.active(
        1,
        VisitLimits.none(),
        "{\"entryUrls\":\"https://shop.example/\",\"sitemap\":" + sitemap + "}");
  }

  private void block(String host) {
    Host blocked = Host.parse(host);
    paced.safeguards.change(
        blocked,
        rule -> new HostRule(blocked, rule.maxPerMinute(), true),
        Fixtures.entry(new AccountId(Fixtures.uuid()), AuditAction.HOST_CHANGED),
        now.get());
  }

  @Test
  void looks_once_a_day_on_verified_hosts_and_keeps_what_their_terms_permit() {
    paced.verify("shop.example", SiteTerms.parse("paths: /found"));
    paced.verify("blog.example", PacedProjects.NO_TERMS);
    ProjectId id = reading("true");
    paced.active(2, VisitLimits.none(), PacedProjects.entering("https://blog.example/"));
    DiscoverPages discover = discover(paced.sites());
    discover.discover();
    discover.discover();
    assertThat(orders).hasSize(1);
    assertThat(orders.getFirst().sitemap().on()).isTrue();
    assertThat(orders.getFirst().crawler().on()).isFalse();
    assertThat(scopes.getFirst().open()).accepts(MAP).rejects(URI.create("https://blog.example/"));
    assertThat(found(id)).containsExactly(PAGE);
    now.set(now.get().plus(Duration.ofDays(1)));
    discover.discover();
    assertThat(orders).hasSize(2);
  }

  @Test
  void asks_nothing_of_a_host_that_the_operator_blocks() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    paced.verify("blog.example", PacedProjects.NO_TERMS);
    block("blog.example");
    reading("\"https://blog.example/map.xml\"");
    discover(paced.sites()).discover();
    assertThat(scopes.getFirst().open())
        .accepts(MAP)
        .rejects(URI.create("https://blog.example/map.xml"));
  }

  @Test
  void asks_nothing_more_of_a_host_that_is_blocked_or_closes_while_it_is_searched() {
    paced.verify("shop.example", SiteTerms.parse("hours: 08:00-20:00"));
    reading("true");
    discover(paced.sites()).discover();
    PageSearch.Scope scope = scopes.getFirst();
    assertThat(scope.open()).accepts(MAP);
    now.set(PacedProjects.NOW.plus(Duration.ofHours(12)));
    assertThat(scope.open()).rejects(MAP);
    assertThat(scope.pages()).accepts(PAGE);
    now.set(PacedProjects.NOW);
    block("shop.example");
    closed.read(now.get());
    assertThat(scope.open()).rejects(MAP);
  }

  @Test
  void asks_for_no_more_than_visits_may_start_in_the_minute() {
    paced.verify("shop.example", SiteTerms.parse("max-per-minute: 7"));
    reading("true");
    discover(paced.sites()).discover();
    assertThat(scopes.getFirst().most()).isEqualTo(7);
  }

  @Test
  void waits_until_a_site_opens() {
    paced.verify("shop.example", SiteTerms.parse("hours: 22:00-06:00"));
    reading("true");
    DiscoverPages discover = discover(paced.sites());
    discover.discover();
    assertThat(scopes).isEmpty();
    now.set(now.get().plus(Duration.ofHours(11)));
    discover.discover();
    assertThat(scopes).hasSize(1);
  }

  @Test
  void waits_while_a_host_wants_to_be_left_alone() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    paced.pauses.pause(
        new HostPause(Host.parse("shop.example"), PacedProjects.NOW.plusSeconds(60)));
    reading("true");
    DiscoverPages discover = discover(paced.sites());
    discover.discover();
    assertThat(scopes).isEmpty();
    now.set(now.get().plusSeconds(60));
    discover.discover();
    assertThat(scopes).hasSize(1);
  }

  @Test
  void follows_links_where_only_the_place_of_what_is_found_is_given() {
    paced.verify("shop.example", PacedProjects.NO_TERMS);
    paced.active(
        1, VisitLimits.none(), "{\"entryUrls\":\"https://shop.example/\",\"autoCrawlEntry\":true}");
    discover(paced.sites()).discover();
    assertThat(orders.getFirst().crawler().on()).isTrue();
  }
}
