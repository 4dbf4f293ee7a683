package io.trafficgen.application.visit;

import io.trafficgen.domain.settings.Pages;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.visit.SiteHours;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sites of a project. A visit enters where one of the first bears it, and only while all of the
 * others do: begun at night, it would fail on the page of a shop that keeps hours.
 *
 * @param complete whether each page may be visited at one hour or another; if not, it is left out
 * @param entries site of each entry URL
 * @param onward sites of the pages that follow, each once
 */
record ProjectSites(boolean complete, List<Site> entries, List<Site> onward) {
  /** Sites without a common moment in this many openings, of some weeks, have none. */
  private static final int MOST_OPENINGS = 100;

  ProjectSites {
    entries = List.copyOf(entries);
    onward = List.copyOf(onward);
  }

  static ProjectSites of(List<Site> verified, Pages pages, Instant now) {
    List<Optional<Site>> entries = sites(verified, pages.entryUrls(), now);
    List<Optional<Site>> onward = sites(verified, pages.onward(), now);
    return new ProjectSites(
        Stream.of(entries, onward).flatMap(List::stream).allMatch(Optional::isPresent),
        entries.stream().flatMap(Optional::stream).toList(),
        onward.stream().flatMap(Optional::stream).distinct().toList());
  }

  private static List<Optional<Site>> sites(List<Site> verified, List<URI> pages, Instant now) {
    return pages.stream().map(page -> VerifiedSites.permitting(verified, page, now)).toList();
  }

  /** Where visits may enter at {@code at}, an entry for each URL. */
  List<Site> open(Instant at) {
    return entries.stream().filter(site -> VerifiedSites.isOpen(site, at)).toList();
  }

  /** The first moment at or after {@code now} that bears visits; empty if there is none. */
  Optional<Instant> opensAt(Instant now) {
    Optional<Instant> at = Optional.of(now);
    for (int opening = 0; opening < MOST_OPENINGS; opening++) {
      Optional<Instant> next = at.flatMap(this::nextEntry).flatMap(this::nextOnward);
      if (next.equals(at)) {
        return at;
      }
      at = next;
    }
    return Optional.empty();
  }

  private Optional<Instant> nextEntry(Instant from) {
    return entries.stream()
        .flatMap(site -> VerifiedSites.nextOpening(site, from).stream())
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> nextOnward(Instant from) {
    Optional<Instant> at = Optional.of(from);
    for (Site site : onward) {
      at = at.flatMap(open -> VerifiedSites.nextOpening(site, open));
    }
    return at;
  }

  /** When visits may start: the end of any site ends the project. */
  SiteHours hours() {
    List<Site> all = Stream.of(entries, onward).flatMap(List::stream).distinct().toList();
    return entries.isEmpty() || all.stream().allMatch(VerifiedSites::isUnlimited)
        ? SiteHours.always()
        : SiteHours.when(
            at ->
                all.stream().noneMatch(site -> VerifiedSites.hasEnded(site, at))
                    && !open(at).isEmpty()
                    && onward.stream().allMatch(site -> VerifiedSites.isOpen(site, at)),
            at -> VerifiedSites.unchangedUntil(all, at));
  }
}
