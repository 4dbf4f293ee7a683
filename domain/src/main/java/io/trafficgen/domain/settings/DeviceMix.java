package io.trafficgen.domain.settings;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which devices the visits present. Platforms of one kind leave nothing to split: the percentage is
 * then 100 or 0, whatever was given.
 *
 * @param desktopPercent 0 to 100; {@code random < desktopPercent / 100} means a desktop
 * @param platforms what may be presented, at least one
 */
public record DeviceMix(int desktopPercent, Set<Platform> platforms) {
  public DeviceMix {
    if (platforms.isEmpty()) {
      throw new IllegalArgumentException("at least one platform is needed");
    }
    platforms = Collections.unmodifiableSet(EnumSet.copyOf(platforms));
    if (platforms.stream().allMatch(Platform::isDesktop)) {
      desktopPercent = 100;
    } else if (platforms.stream().noneMatch(Platform::isDesktop)) {
      desktopPercent = 0;
    }
  }
}
