package io.trafficgen.bootstrap;

import io.trafficgen.application.live.WatchEverything;
import io.trafficgen.application.live.WatchLive;
import io.trafficgen.application.operations.AnswerOnce;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.web.Access;
import io.trafficgen.web.BrowserSessions;
import io.trafficgen.web.ConsoleRoutes;
import io.trafficgen.web.Edge;
import io.trafficgen.web.LiveRoutes;
import io.trafficgen.web.OperateRoutes;
import io.trafficgen.web.Problems;
import io.trafficgen.web.RouteGroup;
import io.trafficgen.web.WebServer;
import io.trafficgen.web.live.LiveStream;
import io.trafficgen.web.live.LiveTickets;
import io.trafficgen.web.security.RateLimits;
import io.trafficgen.web.security.RequestLimits;
import io.trafficgen.web.security.SessionTokens;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The web part of the object graph: the server, and who may call it. */
final class WebWiring {
  private WebWiring() {}

  /**
   * @param received told when a payment event was stored
   * @param beat told when visits are to end at once
   */
  static WebServer server(Wiring core, Runnable received, Runnable beat) {
    SigningKeys keys =
        core.config.jwtKeys().orElseGet(() -> SigningKeys.of(core.data.key("session-tokens")));
    SessionTokens tokens =
        new SessionTokens(
            keys.keys(), keys.signing(), core.config.baseUrl().toString(), core.clock);
    AccountWiring accounts = new AccountWiring(core);
    Access access = accounts.access(tokens, new BrowserSessions(tokens, core.config.baseUrl()));
    LiveStream stream =
        new LiveStream(
            new WatchLive(core.feed, core.projects), new WatchEverything(core.feed), core.clock);
    List<RouteGroup> groups = new ArrayList<>();
    groups.addAll(accounts.routes(tokens, access));
    groups.addAll(new AffiliateWiring(core).routes(access));
    groups.addAll(MoneyWiring.routes(core, access, received));
    groups.addAll(LedgerWiring.routes(core, access, received));
    groups.addAll(ProjectWiring.routes(core, access));
    groups.add(SafetyWiring.routes(core, access, beat));
    groups.add(
        new LiveRoutes(
            stream, new LiveTickets(core.random, core.clock), access, core.config.baseUrl()));
    groups.add(new OperateRoutes(() -> answers(core.database)));
    groups.add(BotWiring.routes(core, access));
    groups.add(new ConsoleRoutes());
    return new WebServer(
        groups,
        new Problems(UncheckedIOException.class::isInstance, core.ids),
        stream,
        edge(core, access));
  }

  private static Edge edge(Wiring core, Access access) {
    return new Edge(
        access,
        new AnswerOnce(core.idempotencyKeys, core.clock),
        new RateLimits(RequestLimits.standard(), core.clock),
        core.config.trustedProxies(),
        core.config.corsOrigins(),
        "https".equals(core.config.baseUrl().getScheme()),
        core.metrics.meters());
  }

  private static boolean answers(PostgresDatabase database) {
    try {
      database.ping();
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
