package io.trafficgen.engine;

import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.htmlunit.WebRequest;
import org.htmlunit.WebRequest.FetchDestination;

/** One request of a page with the redirects that it meets. */
final class Navigation {
  private final FetchDestination destination;
  private int hops = -1;

  Navigation(WebRequest first) {
    this.destination = first.getFetchDestination();
  }

  /** Whether it loads the page itself, not a part of it. */
  boolean ofTopWindow() {
    return destination == FetchDestination.DOCUMENT;
  }

  /** Whether its answer becomes a document, in whichever window. */
  boolean ofDocument() {
    return ofTopWindow()
        || destination == FetchDestination.IFRAME
        || destination == FetchDestination.FRAME;
  }

  /**
   * Counts one more request of the chain.
   *
   * @param hosts verified by the account: the top window goes nowhere else
   */
  void hop(URI target, Set<Host> hosts, int maxRedirects) throws RefusedException {
    if (++hops > maxRedirects) {
      throw new RefusedException(
          FailureReason.CONTENT, "more than " + maxRedirects + " redirects to " + target);
    }
    if (ofTopWindow() && hosts.stream().noneMatch(host -> host.covers(target))) {
      throw new RefusedException(
          FailureReason.VERIFICATION,
          "leads to a host that is not verified: "
              + String.valueOf(target.getHost()).toLowerCase(Locale.ROOT));
    }
  }
}
