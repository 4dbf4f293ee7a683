package io.trafficgen.engine;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.htmlunit.Page;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.UrlUtils;

/** What a visit takes along from a settled page: its links. */
final class PageReader {
  static final int MAX_LINKS = 500;

  /** Of an address, as it stands in the page and as it is resolved; in characters. */
  static final int MAX_TEXT = 2_048;

  private PageReader() {}

  /** Absolute http and https targets of the anchors, in document order, without fragments. */
  static List<URI> links(Page page) {
    if (!(page instanceof HtmlPage html)) {
      return List.of();
    }
    Set<URI> links = new LinkedHashSet<>();
    // background script takes the same lock
    synchronized (html) {
      URL base = html.getBaseURL();
      for (HtmlAnchor anchor : html.getAnchors()) {
        target(base, anchor.getHrefAttribute()).ifPresent(links::add);
        if (links.size() == MAX_LINKS) {
          break;
        }
      }
    }
    return List.copyOf(links);
  }

  /** Whether the page holds {@code text}: as it was served, or as its scripts left it. */
  static boolean holds(WebResponse answer, Page page, String text) {
    if (answer.getContentAsString().contains(text)) {
      return true;
    }
    if (!(page instanceof HtmlPage html)) {
      return false;
    }
    synchronized (html) {
      // a document as such has no text, only its element has
      return Optional.ofNullable(html.getDocumentElement())
          .filter(root -> root.getTextContent().contains(text))
          .isPresent();
    }
  }

  /** The target of a link on a page whose links are relative to {@code base}; if it is one. */
  static Optional<URI> target(URL base, String href) {
    if (href.isBlank() || href.length() > MAX_TEXT || base.getFile().length() > MAX_TEXT) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(UrlUtils.resolveUrl(base, href));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!web || uri.getHost() == null || uri.toString().length() > MAX_TEXT) {
        return Optional.empty();
      }
      return Optional.of(withoutFragment(uri));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static URI withoutFragment(URI uri) {
    String text = uri.toString();
    int fragment = text.indexOf('#');
    return fragment < 0 ? uri : URI.create(text.substring(0, fragment));
  }
}
