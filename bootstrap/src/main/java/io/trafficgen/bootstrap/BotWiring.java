package io.trafficgen.bootstrap;

import io.trafficgen.application.operations.ShowKeyDirectory;
import io.trafficgen.application.visit.CheckExits;
import io.trafficgen.application.visit.ListExits;
import io.trafficgen.domain.account.Email;
import io.trafficgen.engine.BotIdentity;
import io.trafficgen.engine.exit.ProxyProbe;
import io.trafficgen.engine.signature.RequestSigner;
import io.trafficgen.engine.signature.SignedKeyDirectory;
import io.trafficgen.web.Access;
import io.trafficgen.web.BotPage;
import io.trafficgen.web.BotRoutes;
import io.trafficgen.web.RouteGroup;
import io.trafficgen.web.mail.SmtpAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Who visits, by which exits, and how sites learn it. */
final class BotWiring {
  private static final Duration PROBE = Duration.ofSeconds(5);

  private BotWiring() {}

  /** Signs by the clock that sites have too: the wall's. */
  static BotIdentity identity(AppConfig config, RandomGenerator random) {
    return new BotIdentity(
        Version.CURRENT,
        config.baseUrl(),
        config.signingKey().map(key -> new RequestSigner(key, InstantSource.system(), random)));
  }

  static CheckExits checks(Wiring core) {
    return new CheckExits(core.exits, new ProxyProbe(PROBE), core.loads, core.clock);
  }

  static RouteGroup routes(Wiring core, Access access) {
    AppConfig config = core.config;
    return new BotRoutes(
        new BotPage(
            core.identity.userAgent(),
            config.baseUrl(),
            config.smtp().flatMap(SmtpAddress::from).map(Email::value)),
        new ListExits(core.exits),
        new ShowKeyDirectory(
            new SignedKeyDirectory(config.signingKey(), config.baseUrl(), InstantSource.system())),
        access);
  }
}
