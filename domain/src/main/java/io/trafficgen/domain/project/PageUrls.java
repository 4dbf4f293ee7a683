package io.trafficgen.domain.project;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.settings.Pages;
import io.trafficgen.domain.settings.ProjectSettings;
import io.trafficgen.domain.site.Host;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

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
    Pages pages = settings.pages();
    List<PageUrl> urls = new ArrayList<>();
    pages.entryUrls().forEach(url -> urls.add(new PageUrl("entryUrls", url)));
    pages.innerUrls().forEach(url -> urls.add(new PageUrl("innerUrls", url)));
    pages.exitUrls().forEach(url -> urls.add(new PageUrl("exitUrls", url)));
    return new PageUrls(urls);
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
