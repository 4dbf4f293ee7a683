package io.trafficgen.application.fake;

import io.trafficgen.application.port.HostPauses;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.HostPause;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** {@link HostPauses} in memory; of grants it knows nothing. */
public final class InMemoryHostPauses implements HostPauses {
  private final Map<Host, Instant> pauses = new ConcurrentHashMap<>();

  @Override
  public void pause(HostPause pause) {
    pauses.merge(pause.host(), pause.until(), (one, other) -> one.isAfter(other) ? one : other);
  }

  @Override
  public Map<Host, Instant> current(Instant now) {
    return pauses.entrySet().stream()
        .filter(pause -> pause.getValue().isAfter(now))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
