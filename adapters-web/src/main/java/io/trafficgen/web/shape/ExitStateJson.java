package io.trafficgen.web.shape;

import io.trafficgen.application.visit.ExitState;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.exit.ProxyAddress;
import io.trafficgen.domain.settings.Country;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An exit as this node sees it, for admins; without credentials.
 *
 * @param kind {@code direct}, {@code http} or {@code socks5}
 * @param inUse page loads under way
 */
public record ExitStateJson(
    String id,
    String kind,
    Optional<String> country,
    Optional<String> region,
    Optional<String> publicIp,
    int maxConcurrent,
    int inUse,
    boolean healthy,
    Optional<String> problem,
    Optional<Instant> checkedAt) {
  public static ExitStateJson of(ExitState state) {
    Exit exit = state.exit();
    return new ExitStateJson(
        exit.id(),
        exit.proxy()
            .map(ProxyAddress::kind)
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .orElse("direct"),
        exit.country().map(Country::code),
        exit.region(),
        exit.publicIp(),
        exit.maxConcurrent(),
        state.inUse(),
        state.healthy(),
        state.problem(),
        state.checkedAt());
  }
}
