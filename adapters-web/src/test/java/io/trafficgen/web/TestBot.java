package io.trafficgen.web;

import io.trafficgen.application.fake.ScriptedExitProbe;
import io.trafficgen.application.operations.ShowKeyDirectory;
import io.trafficgen.application.port.KeyDirectory.Published;
import io.trafficgen.application.visit.CheckExits;
import io.trafficgen.application.visit.ListExits;
import io.trafficgen.domain.exit.Exit;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The part of the house that says who visits. */
final class TestBot {
  static final String KEYS =
      "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"k\",\"x\":\"x\",\"use\":\"sig\"}]}";

  private TestBot() {}

  static RouteGroup routes(TestPorts ports, Access access) {
    return new BotRoutes(
        new BotPage(
            "TrafficGenBot/1 (+https://traffic.example/bot)",
            URI.create("https://traffic.example"),
            Optional.of("desk@traffic.example")),
        new ListExits(ports.exits),
        new ShowKeyDirectory(() ->
            ports.signs
                ? Optional.of(new Published(KEYS, Map.of("Signature", "binding=:AA==:")))
                : Optional.empty()),
        access);
  }

  /** A check finds the first exit broken. */
  static void check(TestPorts ports, InstantSource clock) {
    ScriptedExitProbe probe = new ScriptedExitProbe();
    Exit first = new ListExits(ports.exits).list().get(0).exit();
    probe.put(first, Optional.of("no connection to the proxy"));
    new CheckExits(ports.exits, probe, Runnable::run, clock).check();
  }
}
