package io.trafficgen.application.fake;

import io.trafficgen.application.port.ExitProbe;
import io.trafficgen.domain.exit.Exit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds in exits what a test put there; the others are fine. */
public final class ScriptedExitProbe implements ExitProbe {
  private final Map<String, String> problems = new ConcurrentHashMap<>();

  public void put(Exit exit, Optional<String> problem) {
    problem.ifPresentOrElse(
        words -> problems.put(exit.id(), words), () -> problems.remove(exit.id()));
  }

  @Override
  public Optional<String> problem(Exit exit) {
    return Optional.ofNullable(problems.get(exit.id()));
  }
}
