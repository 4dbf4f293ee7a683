package io.trafficgen.engine;

import io.trafficgen.application.port.LoadOutcome.Loaded;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.htmlunit.cyberneko.HTMLConfiguration;
import org.htmlunit.cyberneko.HTMLElements;
import org.htmlunit.cyberneko.filters.DefaultFilter;
import org.htmlunit.cyberneko.xerces.xni.Augmentations;
import org.htmlunit.cyberneko.xerces.xni.QName;
import org.htmlunit.cyberneko.xerces.xni.XMLAttributes;
import org.htmlunit.cyberneko.xerces.xni.XMLString;
import org.htmlunit.cyberneko.xerces.xni.parser.XMLInputSource;
import org.htmlunit.html.ScriptElementSupport;
import org.htmlunit.util.UrlUtils;

/**
 * What an HTML text asks a browser to load, read in one pass with the scanner that HtmlUnit uses,
 * and no tree: memory does not grow with the text.
 */
final class PageScan extends DefaultFilter {
  private static final HTMLElements ELEMENTS = new HTMLElements();
  private static final int MAX_RESOURCES = 1_000;

  /** What becomes of an answer. */
  enum Use {
    PAGE,
    FRAME,
    SCRIPT,
    STYLE,
    IMAGE;

    boolean isDocument() {
      return this == PAGE || this == FRAME;
    }
  }

  /**
   * @param url absolute, in whatever form the text has it
   */
  record Resource(String url, Use use) {}

  private final boolean keepsText;
  private final MarkupDepth depth;
  private final Set<Resource> resources = new LinkedHashSet<>();
  private final Set<URI> links = new LinkedHashSet<>();
  private final StringBuilder text = new StringBuilder();
  private Optional<String> refresh = Optional.empty();
  private boolean based;
  private URL base;

  /**
   * @param keepsText whether {@link #text} will be asked for
   * @param maxDepth of elements in one another
   */
  PageScan(URI page, boolean keepsText, int maxDepth) throws MalformedURLException {
    this.base = page.toURL();
    this.keepsText = keepsText;
    this.depth = new MarkupDepth(maxDepth);
  }

  /**
   * @param charset as the answer names it
   */
  void read(InputStream html, Optional<String> charset) throws IOException {
    HTMLConfiguration scanner =
        new HTMLConfiguration(new HTMLElements.HTMLElementsWithCache(ELEMENTS));
    scanner.setFeature("http://cyberneko.org/html/features/parse-noscript-content", false);
    scanner.setProperty("http://cyberneko.org/html/properties/names/elems", "lower");
    scanner.setInputSource(
        new XMLInputSource(null, base.toString(), null, html, charset.orElse(null)));
    // straight from the scanner: nobody here needs balanced tags
    scanner.getDocumentScanner().setDocumentHandler(this);
    scanner.parse(true);
  }

  /** In the order of the text, each once. */
  List<Resource> resources() {
    return List.copyOf(resources);
  }

  /** As {@link Loaded#links}. */
  List<URI> links() {
    return List.copyOf(links);
  }

  /** Where the page wants to go on by itself, and soon. */
  Optional<String> refresh() {
    return refresh;
  }

  /** All characters that are no markup; empty if they were not kept. */
  String text() {
    return text.toString();
  }

  boolean isTooDeep() {
    return depth.isExceeded();
  }

  /** {@inheritDoc} */
  @Override
  public void startElement(QName name, XMLAttributes attributes, Augmentations more) {
    depth.open(name.getRawname());
    element(name.getRawname(), attributes);
  }

  /** {@inheritDoc} */
  @Override
  public void emptyElement(QName name, XMLAttributes attributes, Augmentations more) {
    element(name.getRawname(), attributes);
  }

  /** {@inheritDoc} */
  @Override
  public void endElement(QName name, Augmentations more) {
    depth.close(name.getRawname());
  }

  /** {@inheritDoc} */
  @Override
  public void characters(XMLString characters, Augmentations more) {
    if (keepsText) {
      text.append(characters);
    }
  }

  private void element(String name, XMLAttributes attributes) {
    switch (name) {
      case "img" -> resource(value(attributes, "src"), Use.IMAGE);
      case "iframe", "frame" -> resource(value(attributes, "src"), Use.FRAME);
      case "script" -> {
        if (ScriptElementSupport.isJavaScript(
            value(attributes, "type"), value(attributes, "language"))) {
          resource(value(attributes, "src"), Use.SCRIPT);
        }
      }
      case "link" -> {
        String relation = " " + value(attributes, "rel").toLowerCase(Locale.ROOT) + " ";
        if (relation.replaceAll("\\s", " ").contains(" stylesheet ")) {
          resource(value(attributes, "href"), Use.STYLE);
        }
      }
      case "a" -> {
        if (links.size() < PageReader.MAX_LINKS) {
          PageReader.target(base, value(attributes, "href")).ifPresent(links::add);
        }
      }
      case "base" -> base(value(attributes, "href"));
      case "meta" -> {
        if (value(attributes, "http-equiv").strip().equalsIgnoreCase("refresh")) {
          refresh = refresh.or(() -> Refresh.target(base.toString(), value(attributes, "content")));
        }
      }
      default -> {}
    }
  }

  private void base(String href) {
    if (!based && !href.isBlank()) {
      based = true;
      try {
        base = URI.create(UrlUtils.resolveUrl(base, href.strip())).toURL();
      } catch (MalformedURLException | IllegalArgumentException e) {
        // as if it were not there
      }
    }
  }

  private void resource(String source, Use use) {
    if (!source.isBlank() && resources.size() < MAX_RESOURCES) {
      String url = UrlUtils.resolveUrl(base, source.strip());
      if (!url.startsWith("data:") && !url.startsWith("about:") && !url.startsWith("javascript:")) {
        resources.add(new Resource(url, use));
      }
    }
  }

  private static String value(XMLAttributes attributes, String name) {
    return Optional.ofNullable(attributes.getValue(name)).orElse("");
  }
}
