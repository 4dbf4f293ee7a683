package io.trafficgen.application.fake;

import io.trafficgen.application.contract.ExitProbeContract;
import io.trafficgen.domain.exit.Exit;
import java.util.Optional;

class ScriptedExitProbeTest implements ExitProbeContract {
  private final ScriptedExitProbe probe = new ScriptedExitProbe();

  @Override
  public ScriptedExitProbe probe() {
    return probe;
  }

  @Override
  public Exit working() {
    return exit("working");
  }

  @Override
  public Exit broken() {
    Exit broken = exit("broken");
    probe.put(broken, Optional.of("nobody runs it"));
    return broken;
  }

  private static Exit exit(String id) {
    return new Exit(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10);
  }
}
