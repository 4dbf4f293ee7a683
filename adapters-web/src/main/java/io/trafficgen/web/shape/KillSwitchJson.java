package io.trafficgen.web.shape;

import io.trafficgen.domain.safety.KillScope;
import io.trafficgen.domain.safety.KillSwitch;
import java.time.Instant;
import java.util.Optional;

/**
 * A kill switch as it was set last.
 *
 * @param key a host or an id; empty of the scope {@code global}
 * @param stoppedProjects how many it stopped then
 */
public record KillSwitchJson(
    String scope,
    Optional<String> key,
    boolean on,
    String reason,
    int stoppedProjects,
    Instant changedAt) {
  public static KillSwitchJson of(KillSwitch set) {
    return new KillSwitchJson(
        set.target().scope().wireName(),
        Optional.of(set.target().key()).filter(key -> set.target().scope() != KillScope.GLOBAL),
        set.on(),
        set.reason(),
        set.stopped(),
        set.changedAt());
  }
}
