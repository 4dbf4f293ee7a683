package io.trafficgen.bootstrap;

import io.trafficgen.bootstrap.demo.DemoAccount;
import io.trafficgen.bootstrap.demo.DemoSite;
import io.trafficgen.bootstrap.demo.StubRevolut;
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
  private static final String REVOLUT_SECRET = "TRAFFICGEN_WEBHOOK_REVOLUT_SECRET";
  private static final String ALLOWED_HOSTS = "TRAFFICGEN_ALLOWED_HOSTS";

  private Demo() {}

  /** Starts it all; a second start goes on with what the first one left. */
  static void start(Map<String, String> environment, Path folder) {
    AppConfig asked = AppConfig.of(environment, folder);
    DataFolder data = DataFolder.open(asked.data());
    Host host = new Host("localhost", OptionalInt.of(asked.port() + 1));
    Map<String, String> settings = new HashMap<>(environment);
    String secret = "whsec_" + data.secret("demo-webhook");
    allow(settings, host);
    settings.merge(STANDARD_SECRET, secret, (mine, demo) -> mine + "," + demo);
    DemoSite site;
    try {
      site = DemoSite.start(host.port().orElseThrow());
      if (!settings.containsKey(REVOLUT_SECRET)) {
        offerRevolut(settings, asked.port(), data.secret("demo-revolut"));
      }
    } catch (IOException e) {
      throw new StartRefusedException(
          "the example site and bank cannot open the ports behind " + asked.port() + ": " + e);
    }
    AppConfig config = AppConfig.of(settings, folder);
    Main.serve(config, data);
    DemoAccount account =
        new DemoAccount(
            URI.create("http://localhost:" + config.port()), data.secret("demo-password"), secret);
    try {
      account.prepare(host, site);
    } catch (IllegalStateException e) {
      throw new StartRefusedException("the demo cannot be prepared: " + e.getMessage(), e);
    }
    account.explain().forEach(System.out::println);
  }

  /** A bank to pay at, whose page is the {@code pay_url} of intents. */
  private static void offerRevolut(Map<String, String> settings, int port, String secret)
      throws IOException {
    URI server = URI.create("http://localhost:" + port);
    StubRevolut revolut =
        StubRevolut.start(
            port + 2, "sk_" + secret, event -> DemoAccount.deliver(server, event, secret));
    allow(settings, new Host("localhost", OptionalInt.of(port + 2)));
    settings.put(REVOLUT_SECRET, secret);
    settings.put("TRAFFICGEN_REVOLUT_API_KEY", "sk_" + secret);
    settings.put("TRAFFICGEN_REVOLUT_API_URL", revolut.address().toString());
  }

  private static void allow(Map<String, String> settings, Host host) {
    settings.merge(ALLOWED_HOSTS, host.toString(), (mine, demo) -> mine + "," + demo);
  }
}
