package io.trafficgen.domain.visit;

import io.trafficgen.domain.settings.Discovery;
import io.trafficgen.domain.settings.Pages;
import io.trafficgen.domain.settings.ProjectSettings;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The pages that visits of a project choose from.
 *
 * @param entries where a visit may begin
 * @param exits empty for no exit page
 * @param found those that the owner did not write down: the site's robots.txt is asked about them
 */
public record PageChoice(List<URI> entries, List<URI> inner, List<URI> exits, Set<URI> found) {
  public PageChoice {
    entries = List.copyOf(entries);
    inner = List.copyOf(inner);
    exits = List.copyOf(exits);
    found = Set.copyOf(found);
  }

  /** The pages that the owner wrote down. */
  public static PageChoice written(Pages pages) {
    return new PageChoice(pages.entryUrls(), pages.innerUrls(), pages.exitUrls(), Set.of());
  }

  /**
   * The owner's pages, joined by those that were found on his sites as {@link Discovery} says.
   * Entry pages that he wrote down are found too, since all pages lead home, and visits go on from
   * them: they join neither inner nor exit pages.
   */
  public static PageChoice of(ProjectSettings settings, List<URI> found) {
    Pages pages = settings.pages();
    Discovery discovery = settings.discovery();
    Set<URI> unwritten = new HashSet<>(found);
    unwritten.removeAll(pages.entryUrls());
    unwritten.removeAll(pages.innerUrls());
    unwritten.removeAll(pages.exitUrls());
    List<URI> onward = found.stream().filter(page -> !pages.entryUrls().contains(page)).toList();
    return new PageChoice(
        joined(pages.entryUrls(), found, discovery.entry()),
        joined(pages.innerUrls(), onward, discovery.joinsInner()),
        joined(pages.exitUrls(), onward, discovery.exit()),
        unwritten);
  }

  private static List<URI> joined(List<URI> written, List<URI> found, boolean wanted) {
    return wanted ? Stream.concat(written.stream(), found.stream()).distinct().toList() : written;
  }

  /** The same, entered only where {@code possible}. */
  public PageChoice entering(Predicate<URI> possible) {
    return new PageChoice(entries.stream().filter(possible).toList(), inner, exits, found);
  }
}
