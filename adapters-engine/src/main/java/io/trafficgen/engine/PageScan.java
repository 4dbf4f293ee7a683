package io.trafficgen.engine;

import io.trafficgen.application.port.LoadOutcome.Loaded;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.htmlunit.cyberneko.HTMLConfiguration;
import org.htmlunit.cyberneko.HTMLElements;
import org.htmlunit.cyberneko.filters.DefaultFilter;
import org.htmlunit.cyberneko.xerces.xni.Augmentations;
import org.htmlunit.cyberneko.xerces.xni.QName;
import org.htmlunit.cyberneko.xerces.xni.XMLAttributes;
import org.htmlunit.cyberneko.xerces.xni.XMLString;
import org.htmlunit.cyberneko.xerces.xni.XNIException;
import org.htmlunit.cyberneko.xerces.xni.parser.XMLInputSource;
import org.htmlunit.html.ScriptElementSupport;

/**
 * What an HTML text asks a browser to load, read in one pass with the scanner that HtmlUnit uses,
 * and no tree: memory does not grow with the text.
 */
final class PageScan extends DefaultFilter {
  private static final HTMLElements ELEMENTS = new HTMLElements();

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
  private final BooleanSupplier late;
  private final PageTargets targets;
  private final StringBuilder text = new StringBuilder();
  private Optional<String> refresh = Optional.empty();

  /**
   * @param keepsText whether {@link #text} will be asked for
   * @param maxDepth of elements in one another
   * @param late whether to end at once
   */
  PageScan(URI page, boolean keepsText, int maxDepth, BooleanSupplier late)
      throws MalformedURLException {
    this.targets = new PageTargets(page.toURL());
    this.keepsText = keepsText;
    this.depth = new MarkupDepth(maxDepth);
    this.late = late;
  }

  /**
   * @param charset as the answer names it
   * @throws XNIException when it is late
   */
  void read(InputStream html, Optional<String> charset) throws IOException {
    HTMLConfiguration scanner =
        new HTMLConfiguration(new HTMLElements.HTMLElementsWithCache(ELEMENTS));
    scanner.setFeature("http://cyberneko.org/html/features/parse-noscript-content", false);
    scanner.setProperty("http://cyberneko.org/html/properties/names/elems", "lower");
    scanner.setInputSource(
        new XMLInputSource(null, targets.base().toString(), null, html, charset.orElse(null)));
    // straight from the scanner: nobody here needs balanced tags
    scanner.getDocumentScanner().setDocumentHandler(this);
    scanner.parse(true);
  }

  /** In the order of the text, each once. */
  List<Resource> resources() {
    return targets.resources();
  }

  /** As {@link Loaded#links}. */
  List<URI> links() {
    return targets.links();
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
    if (late.getAsBoolean()) {
      throw new XNIException("too late");
    }
    switch (name) {
      case "img" -> targets.resource(value(attributes, "src"), Use.IMAGE);
      case "iframe", "frame" -> targets.resource(value(attributes, "src"), Use.FRAME);
      case "script" -> {
        if (ScriptElementSupport.isJavaScript(
            value(attributes, "type"), value(attributes, "language"))) {
          targets.resource(value(attributes, "src"), Use.SCRIPT);
        }
      }
      case "link" -> {
        String relation = " " + value(attributes, "rel").toLowerCase(Locale.ROOT) + " ";
        if (relation.replaceAll("\\s", " ").contains(" stylesheet ")) {
          targets.resource(value(attributes, "href"), Use.STYLE);
        }
      }
      case "a" -> targets.link(value(attributes, "href"));
      case "base" -> targets.rebase(value(attributes, "href"));
      case "meta" -> {
        if (value(attributes, "http-equiv").strip().equalsIgnoreCase("refresh")) {
          refresh =
              refresh.or(
                  () -> Refresh.target(targets.base().toString(), value(attributes, "content")));
        }
      }
      default -> {}
    }
  }

  private static String value(XMLAttributes attributes, String name) {
    return Optional.ofNullable(attributes.getValue(name)).orElse("");
  }
}
