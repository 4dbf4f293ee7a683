package io.trafficgen.domain.settings;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which devices the visits present.
 *
 * @param desktopPercent 0 to 100; {@code random < desktopPercent / 100} means a desktop
 * @param platforms what may be presented; holds a desktop unless the percentage is 0, and a phone
 *     unless it is 100
 */
public record DeviceMix(int desktopPercent, Set<Platform> platforms) {
  public DeviceMix {
    platforms = Collections.unmodifiableSet(EnumSet.copyOf(platforms));
  }

  /** Platforms of one kind leave nothing to split. */
  static DeviceMix of(int deviceSplit, Set<Platform> platforms) {
    boolean desktops = platforms.stream().anyMatch(Platform::isDesktop);
    boolean phones = !platforms.stream().allMatch(Platform::isDesktop);
    return new DeviceMix(desktops && phones ? deviceSplit : desktops ? 100 : 0, platforms);
  }
}
