package io.trafficgen.domain.visit;

import java.util.Objects;

/**
 * How a visit presents itself: kind of device, browser family, viewport.
 *
 * @param width viewport width in CSS pixels
 * @param height viewport height in CSS pixels
 * @param userAgent the base of the User-Agent header; the bot token is appended where it is sent
 */
public record DeviceProfile(
    Device device, Browser browser, int width, int height, String userAgent) {
  public DeviceProfile {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(browser, "browser");
    Objects.requireNonNull(userAgent, "userAgent");
  }
}
