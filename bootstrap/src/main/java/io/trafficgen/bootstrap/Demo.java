package io.trafficgen.bootstrap;

import io.trafficgen.bootstrap.demo.DemoAccount;
import io.trafficgen.bootstrap.demo.DemoSite;
import io.trafficgen.domain.site.Host;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The product with something to look at: an example site on loopback, an account that paid for
 * visits, and a project that runs. Everything goes through the public API, as a stranger would.
 */
final class Demo {
  private static final String STANDARD_SECRET = "TRAFFICGEN_WEBHOOK_STANDARD_SECRET";
  private static final String ALLOWED_HOSTS = "TRAFFICGEN_ALLOWED_HOSTS";

  private Demo() {}

  /** Starts it all; a second start goes on with what the first one left. */
  static void start(Map<String, String> environment, Path folder) {
    AppConfig asked = AppConfig.of(environment, folder);
    DataFolder data = DataFolder.open(asked.data());
    Host host = new Host("localhost", OptionalInt.of(asked.port() + 1));
    Map<String, String> settings = new HashMap<>(environment);
    settings.merge(ALLOWED_HOSTS, host.toString(), (mine, demo) -> mine + "," + demo);
    settings.putIfAbsent(STANDARD_SECRET, "whsec_" + data.secret("demo-webhook"));
    AppConfig config = AppConfig.of(settings, folder);
    DemoSite site;
    try {
      site = DemoSite.start(host.port().orElseThrow());
    } catch (IOException e) {
      throw new StartRefusedException(
          "the example site cannot open port " + host.port() + ": " + e);
    }
    Main.serve(config, data);
    DemoAccount account =
        new DemoAccount(
            URI.create("http://localhost:" + config.port()),
            data.secret("demo-password"),
            config.standardSecret().orElseThrow());
    try {
      account.prepare(host, site);
    } catch (IllegalStateException e) {
      throw new StartRefusedException("the demo cannot be prepared: " + e.getMessage(), e);
    }
    account.explain().forEach(System.out::println);
  }
}
