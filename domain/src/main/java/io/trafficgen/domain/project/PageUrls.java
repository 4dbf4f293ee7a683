package io.trafficgen.domain.project;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.site.Host;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages that a project visits by its settings, in their order.
 *
 * @param urls each with the field that names it
 */
public record PageUrls(List<PageUrl> urls) {
  public PageUrls {
    urls = List.copyOf(urls);
  }

  public static PageUrls of(ProjectSettings settings) {
    return new PageUrls(
        Stream.concat(
                settings.entryUrls().stream().map(url -> new PageUrl("entryUrls", url)),
                settings.innerUrls().stream().map(url -> new PageUrl("innerUrls", url)))
            .toList());
  }

  /** Whether {@code project} visits pages of {@code host}; unusable settings visit nothing. */
  public static boolean uses(Project project, Host host) {
    try {
      return of(ProjectSettings.parse(project.settings())).on(host);
    } catch (InvalidValueException unusable) {
      return false;
    }
  }

  /** Whether any of them is on {@code host}. */
  public boolean on(Host host) {
    return urls.stream().anyMatch(page -> host.covers(page.url()));
  }

  /**
   * @param field of the settings, for example {@code entryUrls}
   */
  public record PageUrl(String field, URI url) {}
}
