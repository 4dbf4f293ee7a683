package io.trafficgen.engine;

import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebRequest.FetchDestination;

/** One request of a page with the redirects that it meets. */
final class Navigation {
  /** A chain is loaded by one thread from begin to end, name resolution included. */
  private static final ThreadLocal<Navigation> CURRENT = new ThreadLocal<>();

  private final FetchDestination destination;
  private final boolean preflight;
  private URI target;
  private int hops = -1;

  private Navigation(WebRequest first, URI target) {
    this.destination = first.getFetchDestination();
    this.preflight = first.getHttpMethod() == HttpMethod.OPTIONS;
    this.target = target;
  }

  /** Begins a chain in this thread; {@link #end} must follow. */
  static Navigation begin(WebRequest first) throws RefusedException {
    Navigation begun = new Navigation(first, strict(first));
    CURRENT.set(begun);
    return begun;
  }

  /** The chain that this thread loads. */
  static Navigation current() {
    return Optional.ofNullable(CURRENT.get())
        .orElseThrow(() -> new IllegalStateException("a request outside any chain"));
  }

  static void end() {
    CURRENT.remove();
  }

  /** Where the chain is now. */
  URI target() {
    return target;
  }

  /** Whether it loads the page itself; HtmlUnit's word for "not said" is the same. */
  boolean ofTopWindow() {
    return destination == FetchDestination.DOCUMENT && !preflight;
  }

  /** Whether its answer becomes a document, in whichever window. */
  boolean ofDocument() {
    return ofTopWindow()
        || destination == FetchDestination.IFRAME
        || destination == FetchDestination.FRAME;
  }

  /** Whether it is a file that the page's text names, got without any script of the page. */
  boolean ofFile() {
    return switch (destination) {
      case SCRIPT, STYLE, IMAGE -> !preflight;
      default -> false;
    };
  }

  /** Goes on to {@code request} and answers the redirects that led there. */
  int hop(WebRequest request) throws RefusedException {
    target = strict(request);
    return ++hops;
  }

  private static URI strict(WebRequest request) throws RefusedException {
    try {
      return request.getUrl().toURI();
    } catch (URISyntaxException e) {
      throw new RefusedException(FailureReason.GUARD, "no strict URI: " + request.getUrl());
    }
  }
}
