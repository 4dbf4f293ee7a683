package io.trafficgen.domain.visit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which cap binds most of a time. */
final class CapTally {
  private final Map<BindingCap, Long> minutes = new EnumMap<>(BindingCap.class);

  void add(Optional<BindingCap> cap, long bound) {
    cap.ifPresent(met -> minutes.merge(met, bound, Long::sum));
  }

  /** Of two that bind as long, the earlier in the documented order; empty if none did. */
  Optional<BindingCap> most() {
    Optional<BindingCap> most = Optional.empty();
    long longest = 0;
    for (Map.Entry<BindingCap, Long> met : minutes.entrySet()) {
      if (met.getValue() > longest) {
        longest = met.getValue();
        most = Optional.of(met.getKey());
      }
    }
    return most;
  }
}
