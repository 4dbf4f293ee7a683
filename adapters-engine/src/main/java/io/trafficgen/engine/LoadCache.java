package io.trafficgen.engine;

import io.trafficgen.engine.ParsedTexts.SheetKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.htmlunit.Cache;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.cssparser.dom.CSSStyleSheetImpl;
import org.jspecify.annotations.Nullable;

/**
 * What HtmlUnit asks for parsed style sheets. Answers are cached for one load, as HtmlUnit does;
 * sheets are found by their text, whichever load parsed them.
 */
final class LoadCache extends Cache {
  private static final long serialVersionUID = 1L;

  private final transient ParsedTexts texts;

  /** By address: HtmlUnit loads a sheet first and asks for the parsed one then. */
  private final transient Map<String, WebResponse> loaded = new ConcurrentHashMap<>();

  LoadCache(ParsedTexts texts) {
    this.texts = texts;
  }

  @Override
  public boolean cacheIfPossible(
      WebRequest request, WebResponse response, @Nullable Object parsed) {
    if (parsed instanceof CSSStyleSheetImpl sheet) {
      texts.keep(key(request, response), sheet);
      return false;
    }
    if (parsed != null) {
      // scripts are found where they are compiled
      return false;
    }
    if (isSheet(request, response)) {
      loaded.put(request.getUrl().toExternalForm(), response);
    }
    return super.cacheIfPossible(request, response, null);
  }

  @Override
  public @Nullable Object getCachedObject(WebRequest request) {
    return Optional.ofNullable(loaded.get(request.getUrl().toExternalForm()))
        .flatMap(response -> texts.sheet(key(request, response)))
        .orElse(null);
  }

  @Override
  public void cache(String css, CSSStyleSheetImpl sheet) {
    texts.keep(inline(css), sheet);
  }

  @Override
  public @Nullable CSSStyleSheetImpl getCachedStyleSheet(String css) {
    return texts.sheet(inline(css)).orElse(null);
  }

  private static SheetKey inline(String css) {
    return new SheetKey("", "", css);
  }

  private static boolean isSheet(WebRequest request, WebResponse response) {
    return request.getFetchDestination() == WebRequest.FetchDestination.STYLE
        || response.getContentType().contains("css");
  }

  private static SheetKey key(WebRequest request, WebResponse response) {
    return new SheetKey(
        request.getUrl().toExternalForm(),
        response.getContentType(),
        response.getContentAsString(response.getContentCharset()));
  }
}
