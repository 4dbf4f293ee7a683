package io.trafficgen.domain.settings;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Which devices the visits present. Platforms of one kind leave nothing to split: the percentage is
 * then 100 or 0, whatever was given.
 *
 * @param desktopPercent 0 to 100; {@code random < desktopPercent / 100} means a desktop
 * @param tabletPercent 0 to 100: so many of the visits that are no desktop's are a tablet's
 * @param platforms what may be presented, at least one
 * @param browser kept to wherever one of the platforms has it, of the kind that was drawn
 */
public record DeviceMix(
    int desktopPercent, int tabletPercent, Set<Platform> platforms, BrowserChoice browser) {
  public DeviceMix {
    Objects.requireNonNull(browser, "browser");
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

  static DeviceMix read(FieldReader fields) {
    return new DeviceMix(
        fields.read("deviceSplit", 70, WholeNumber.PERCENT),
        fields.read("tabletSplit", 0, WholeNumber.PERCENT),
        fields.read("deviceSpecific", EnumSet.allOf(Platform.class), DeviceSpecific::parse),
        fields.read("browser", BrowserChoice.RANDOM, new Choice<>(BrowserChoice.class)));
  }

  /** Whether platforms of one kind alone are left. */
  boolean hasNothingToSplit() {
    return platforms.stream().map(Platform::isDesktop).distinct().count() == 1;
  }

  /** Whether every visit can present the chosen browser, on some platform of its kind. */
  boolean offersBrowser() {
    return (desktopPercent == 0 || offersBrowser(true))
        && (desktopPercent == 100 || offersBrowser(false));
  }

  /** The platforms that visits may come to present: of each kind, those that have the browser. */
  Set<Platform> presented() {
    Set<Platform> presented = EnumSet.copyOf(platforms);
    presented.removeIf(
        platform -> !browser.runsOn(platform) && offersBrowser(platform.isDesktop()));
    return presented;
  }

  private boolean offersBrowser(boolean desktop) {
    return platforms.stream()
        .filter(platform -> platform.isDesktop() == desktop)
        .anyMatch(browser::runsOn);
  }
}
