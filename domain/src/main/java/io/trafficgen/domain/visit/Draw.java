package io.trafficgen.domain.visit;

import io.trafficgen.domain.settings.Country;
import io.trafficgen.domain.settings.DeviceMix;
import io.trafficgen.domain.settings.Dwell;
import io.trafficgen.domain.settings.GeoTarget;
import io.trafficgen.domain.settings.PageRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What chance decides in a visit. Only nextDouble is drawn, since how nextInt(bound) rejects is
 * left to the implementation; and callers draw in loops, since streams promise no order of side
 * effects.
 */
record Draw(RandomGenerator random) {

  boolean happens(int percent) {
    return random.nextDouble() < percent / 100.0;
  }

  /** From 0 to less than 1. */
  double share() {
    return random.nextDouble();
  }

  <T> T oneOf(List<T> choices) {
    return choices.get((int) (random.nextDouble() * choices.size()));
  }

  DeviceProfile device(DeviceMix mix) {
    Device device = Device.DESKTOP;
    if (!happens(mix.desktopPercent())) {
      device = happens(mix.tabletPercent()) ? Device.TABLET : Device.MOBILE;
    }
    return oneOf(DeviceProfiles.of(mix.platforms(), device, mix.browser()));
  }

  Optional<Country> country(List<GeoTarget> targets) {
    double rest = random.nextDouble();
    for (GeoTarget target : targets) {
      rest -= target.share();
      if (rest < 0) {
        return Optional.of(target.country());
      }
    }
    // The shares sum to 1 but for rounding: what is left over falls to the last.
    return targets.isEmpty() ? Optional.empty() : Optional.of(targets.getLast().country());
  }

  int pages(PageRange range) {
    return range.min() + (int) (random.nextDouble() * (range.max() - range.min() + 1));
  }

  Duration dwell(Dwell dwell) {
    double jitter = dwell.jitterPercent() / 100.0 * (2 * random.nextDouble() - 1);
    return Duration.ofMillis(Math.round(dwell.time().toMillis() * (1 + jitter)));
  }
}
