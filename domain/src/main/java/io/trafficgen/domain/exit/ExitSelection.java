package io.trafficgen.domain.exit;

import io.trafficgen.domain.settings.Country;
import io.trafficgen.domain.settings.GeoShortage;
import io.trafficgen.domain.settings.GeoTarget;
import io.trafficgen.domain.settings.ProxyMode;
import io.trafficgen.domain.settings.Routing;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Which exits a project's visits may take. The country of a visit is drawn by the weights of {@code
 * geoTargets} before ({@code VisitPlan}); here an exit for it is picked.
 *
 * @param exits there are: all that are configured, or those that work now
 */
public record ExitSelection(List<Exit> exits, Routing routing) {
  public ExitSelection {
    exits = List.copyOf(exits);
  }

  /** Exits for a visit from {@code wish}, or from anywhere if that is empty. */
  public List<Exit> candidates(Optional<Country> wish) {
    List<Exit> permitted = exits.stream().filter(this::isPermitted).toList();
    if (wish.isEmpty()) {
      return permitted;
    }
    List<Exit> there = permitted.stream().filter(exit -> exit.country().equals(wish)).toList();
    return there.isEmpty() && routing.ifGeoUnavailable() == GeoShortage.ANY ? permitted : there;
  }

  /** Whether any visit of the project has an exit. */
  public boolean reachesSome() {
    return routing.geoTargets().isEmpty()
        ? !candidates(Optional.empty()).isEmpty()
        : routing.geoTargets().stream().anyMatch(this::reaches);
  }

  /** Whether every visit of the project has an exit. */
  public boolean reachesAll() {
    return reachesSome() && routing.geoTargets().stream().allMatch(this::reaches);
  }

  /**
   * The exit of a visit: any of the candidates, free ones first; in mode {@code sticky} the same
   * one for all visits of a project to a country, as long as it is among them, on every node.
   *
   * @param free whether an exit bears one more load now
   * @param project seed of the project
   */
  public Optional<Exit> pick(
      Optional<Country> wish, Predicate<Exit> free, long project, RandomGenerator random) {
    List<Exit> candidates = candidates(wish);
    if (routing.proxyMode() == ProxyMode.STICKY) {
      return candidates.stream()
          .max(Comparator.comparing((Exit exit) -> score(exit, project)).thenComparing(Exit::id));
    }
    List<Exit> open = candidates.stream().filter(free).toList();
    List<Exit> choices = open.isEmpty() ? candidates : open;
    double chance = random.nextDouble();
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(choices.get((int) (chance * choices.size())));
  }

  /** Rendezvous hashing: when an exit leaves or returns, only its own projects move. */
  private static UUID score(Exit exit, long project) {
    return UUID.nameUUIDFromBytes((project + " " + exit.id()).getBytes(StandardCharsets.UTF_8));
  }

  private boolean reaches(GeoTarget target) {
    return !candidates(Optional.of(target.country())).isEmpty();
  }

  private boolean isPermitted(Exit exit) {
    return routing.proxyMode() != ProxyMode.CUSTOM || routing.customProxies().contains(exit.id());
  }
}
