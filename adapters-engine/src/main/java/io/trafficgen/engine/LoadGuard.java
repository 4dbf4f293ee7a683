package io.trafficgen.engine;

import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.settings.ThirdPartyBlock;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.SharedConnections.Way;
import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.http.HttpHeaders;

/** What holds for every single request of one load, redirects included, whoever makes it. */
final class LoadGuard {
  /** A page that tries this by itself does not only lack what it asked for. */
  private static final Set<FailureReason> NO_WAY =
      EnumSet.of(FailureReason.VERIFICATION, FailureReason.KILLED, FailureReason.RETRY_AFTER);

  private final PageLoad load;
  private final Loads loads;
  private final LoadBudget budget;

  LoadGuard(PageLoad load, Loads loads, LoadBudget budget) {
    this.load = load;
    this.loads = loads;
    this.budget = budget;
  }

  /**
   * Counts a request, or refuses it.
   *
   * @param hops redirects that led here
   * @param ofTopWindow whether its answer becomes the page: the top window goes to verified hosts
   *     alone
   */
  void admit(URI target, int hops, boolean ofTopWindow) throws RefusedException {
    check(target, hops, ofTopWindow);
    budget.admit();
  }

  /** The same without counting: for what is not asked over the network. */
  void check(URI target, int hops, boolean ofTopWindow) throws RefusedException {
    int maxRedirects = loads.bounds().maxRedirects();
    if (hops > maxRedirects) {
      throw new RefusedException(
          FailureReason.CONTENT, "more than " + maxRedirects + " redirects to " + target);
    }
    if (ofTopWindow && !isVerified(target)) {
      throw new RefusedException(
          FailureReason.VERIFICATION,
          "leads to a host that is not verified: "
              + String.valueOf(target.getHost()).toLowerCase(Locale.ROOT));
    }
    loads.connections().check(target, way(target));
    loads.gate().check(target);
    if (isBlocked(target)) {
      throw new RefusedException(FailureReason.GUARD, "block list: " + target.getHost());
    }
  }

  /** Whether a visit ends whose top window was kept from going on for {@code reason}. */
  static boolean endsVisit(FailureReason reason) {
    return NO_WAY.contains(reason);
  }

  /** The headers that say and prove who asks, and for whom. */
  Map<String, String> identity(URI target) {
    Map<String, String> headers = new LinkedHashMap<>(loads.identity().proof(target));
    headers.put(HttpHeaders.USER_AGENT, loads.identity().userAgent(load.device().userAgent()));
    headers.put(BotIdentity.VISIT_HEADER, load.visit().toString());
    headers.put(HttpHeaders.ACCEPT_LANGUAGE, load.language());
    headers.put(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
    return headers;
  }

  /** The operator's exemptions hold for verified hosts alone (product page, 1.8). */
  Way way(URI target) {
    return new Way(load.exit().proxy(), isVerified(target));
  }

  private boolean isBlocked(URI target) {
    ThirdPartyBlock wanted = load.wishes().blocked();
    return loads.adBlock().blocks(target.getHost(), wanted)
        || (wanted == ThirdPartyBlock.ALL && !isVerified(target));
  }

  private boolean isVerified(URI target) {
    return load.hosts().stream().anyMatch(host -> host.covers(target));
  }
}
