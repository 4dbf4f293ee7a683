package io.trafficgen.bootstrap;

import io.trafficgen.application.live.WatchEverything;
import io.trafficgen.application.live.WatchLive;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.web.Access;
import io.trafficgen.web.ConsoleRoutes;
import io.trafficgen.web.LiveRoutes;
import io.trafficgen.web.OperateRoutes;
import io.trafficgen.web.Problems;
import io.trafficgen.web.RouteGroup;
import io.trafficgen.web.WebServer;
import io.trafficgen.web.live.LiveStream;
import io.trafficgen.web.security.SessionTokens;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The web part of the object graph: the server, and who may call it. */
final class WebWiring {
  private WebWiring() {}

  /**
   * @param received told when a payment event was stored
   */
  static WebServer server(Wiring core, Runnable received) {
    SigningKeys keys =
        core.config.jwtKeys().orElseGet(() -> SigningKeys.of(core.data.key("session-tokens")));
    SessionTokens tokens =
        new SessionTokens(
            keys.keys(), keys.signing(), core.config.baseUrl().toString(), core.clock);
    AccountWiring accounts = new AccountWiring(core);
    Access access = accounts.access(tokens);
    LiveStream stream =
        new LiveStream(new WatchLive(core.feed, core.projects), new WatchEverything(core.feed));
    List<RouteGroup> groups = new ArrayList<>();
    groups.addAll(accounts.routes(tokens, access));
    groups.addAll(MoneyWiring.routes(core, access, received));
    groups.addAll(ProjectWiring.routes(core, access));
    groups.add(new LiveRoutes(stream, access));
    groups.add(new OperateRoutes(() -> answers(core.database)));
    groups.add(new ConsoleRoutes());
    return new WebServer(
        groups, new Problems(UncheckedIOException.class::isInstance, core.ids), stream);
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
