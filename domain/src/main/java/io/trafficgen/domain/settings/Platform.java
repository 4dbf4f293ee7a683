package io.trafficgen.domain.settings;

/** An operating system that a visit may present. */
public enum Platform {
  WINDOWS(true),
  MACOS(true),
  LINUX(true),
  IPHONE(false),
  ANDROID(false);

  private final boolean desktop;

  Platform(boolean desktop) {
    this.desktop = desktop;
  }

  /** Whether it is a desktop; the others are phones, and the tablets of the same maker. */
  public boolean isDesktop() {
    return desktop;
  }
}
