package io.trafficgen.domain.safety;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hosts of which nothing is asked at present, by whichever visit and for whatever part of a page:
 * those that the operator closed, and those that asked for a pause. A pause is a wish of the same
 * kind and differs in two things: it ends by itself, and what it ends is told as such.
 *
 * @param reasons how a visit ends whose page is there
 */
public record HostClosures(Map<Host, FailureReason> reasons) {
  public HostClosures {
    reasons = Map.copyOf(reasons);
  }

  /** Every host is open. */
  public static HostClosures none() {
    return new HostClosures(Map.of());
  }

  /** Of a host that is both, the operator's word counts. */
  public static HostClosures of(SafetyRules rules, Set<Host> paused) {
    Map<Host, FailureReason> reasons = new HashMap<>();
    paused.forEach(host -> reasons.put(host, FailureReason.RETRY_AFTER));
    rules.closed().forEach(host -> reasons.put(host, FailureReason.KILLED));
    return new HostClosures(reasons);
  }

  /** Why nothing may be asked of {@code host}, if so. */
  public Optional<FailureReason> refusal(Host host) {
    return Optional.ofNullable(reasons.get(host));
  }

  /** Why nothing may be asked of {@code target}, if so. */
  public Optional<FailureReason> refusal(URI target) {
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    try {
      return refusal(Host.of(target));
    } catch (InvalidValueException e) {
      // no site can be called so
      return Optional.empty();
    }
  }
}
