package io.trafficgen.domain.safety;

import java.time.Instant;
import java.util.UUID;

/**
 * A switch as it stands since its last change. While it is on, nothing that it covers is visited,
 * on any node; switched off, it starts nothing again: owners do.
 *
 * @param reason why, as owners are told who try to start
 * @param stopped projects that it stopped when it was switched on
 */
public record KillSwitch(
    UUID id, KillTarget target, boolean on, String reason, Instant changedAt, int stopped) {
  /** The same switch after it stopped so many projects. */
  public KillSwitch stopping(int projects) {
    return new KillSwitch(id, target, on, reason, changedAt, projects);
  }
}
