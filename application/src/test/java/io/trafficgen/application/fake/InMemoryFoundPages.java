package io.trafficgen.application.fake;

import io.trafficgen.application.port.FoundPages;
import io.trafficgen.domain.project.ProjectId;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link FoundPages} in memory. */
public final class InMemoryFoundPages implements FoundPages {
  private final Map<ProjectId, Search> searches = new HashMap<>();

  private record Search(String wish, List<URI> pages, Optional<Instant> foundAt, Instant until) {}

  @Override
  public synchronized List<URI> of(ProjectId project, String wish) {
    return known(project, wish).map(Search::pages).orElse(List.of());
  }

  private Optional<Search> known(ProjectId project, String wish) {
    return Optional.ofNullable(searches.get(project)).filter(last -> last.wish().equals(wish));
  }

  @Override
  public synchronized boolean claim(
      ProjectId project, String wish, Instant now, Instant foundBefore, Instant until) {
    Optional<Search> last = known(project, wish);
    boolean due =
        last.isEmpty()
            || (!last.get().until().isAfter(now)
                && last.get().foundAt().filter(foundBefore::isBefore).isEmpty());
    if (due) {
      List<URI> pages = last.map(Search::pages).orElse(List.of());
      searches.put(project, new Search(wish, pages, last.flatMap(Search::foundAt), until));
    }
    return due;
  }

  @Override
  public synchronized void store(ProjectId project, String wish, List<URI> pages, Instant foundAt) {
    known(project, wish)
        .ifPresent(claimed ->
            searches.put(
                project,
                new Search(wish, List.copyOf(pages), Optional.of(foundAt), claimed.until())));
  }
}
