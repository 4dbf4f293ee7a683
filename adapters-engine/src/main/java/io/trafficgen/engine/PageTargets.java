package io.trafficgen.engine;

import io.trafficgen.engine.PageScan.Resource;
import io.trafficgen.engine.PageScan.Use;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.htmlunit.util.UrlUtils;

/**
 * Where the elements of one document lead. Its base may be long and much may be relative to it, so
 * each address is bounded before and after, and so is how many are tried.
 */
final class PageTargets {
  private static final List<String> NOT_ASKED = List.of("data:", "about:", "javascript:");
  private static final int MAX_RESOURCES = 1_000;

  /** Most of an honest page's lead somewhere new. */
  private static final int MAX_TRIED = 10_000;

  private final Set<Resource> resources = new LinkedHashSet<>();
  private final Set<URI> links = new LinkedHashSet<>();
  private URL base;
  private boolean based;
  private int tried;

  PageTargets(URL page) {
    this.base = page;
  }

  /** What addresses are relative to. */
  URL base() {
    return base;
  }

  /** In the order of the text, each once. */
  List<Resource> resources() {
    return List.copyOf(resources);
  }

  List<URI> links() {
    return List.copyOf(links);
  }

  /** The first one counts; one that is no address is as if it were not there. */
  void rebase(String href) {
    if (!based && !href.isBlank()) {
      based = true;
      try {
        base = URI.create(resolved(href).orElse("")).toURL();
      } catch (MalformedURLException | IllegalArgumentException e) {
        // the page's own stays
      }
    }
  }

  void link(String href) {
    if (links.size() < PageReader.MAX_LINKS && tried++ < MAX_TRIED) {
      PageReader.target(base, href).ifPresent(links::add);
    }
  }

  void resource(String source, Use use) {
    if (!source.isBlank() && resources.size() < MAX_RESOURCES && tried++ < MAX_TRIED) {
      resolved(source)
          .filter(url -> NOT_ASKED.stream().noneMatch(url::startsWith))
          .ifPresent(url -> resources.add(new Resource(url, use)));
    }
  }

  private Optional<String> resolved(String source) {
    return Optional.of(source)
        .filter(text -> text.length() <= PageReader.MAX_TEXT)
        .map(text -> UrlUtils.resolveUrl(base, text.strip()))
        .filter(url -> url.length() <= PageReader.MAX_TEXT);
  }
}
