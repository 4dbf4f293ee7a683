package io.trafficgen.domain.settings;

/** {@code browser}: the family that visits present. */
public enum BrowserChoice {
  RANDOM,
  CHROME,
  FIREFOX,
  SAFARI,
  EDGE;

  /** Whether there is such a browser for the platform: Safari is Apple's alone. */
  public boolean runsOn(Platform platform) {
    return this != SAFARI || platform == Platform.MACOS || platform == Platform.IPHONE;
  }
}
