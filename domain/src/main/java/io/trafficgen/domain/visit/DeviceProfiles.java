package io.trafficgen.domain.visit;

import static io.trafficgen.domain.visit.Browser.CHROME;
import static io.trafficgen.domain.visit.Browser.EDGE;
import static io.trafficgen.domain.visit.Browser.FIREFOX;
import static io.trafficgen.domain.visit.Browser.SAFARI;

import io.trafficgen.domain.settings.Platform;
import java.util.List;
import java.util.Set;

/**
 * The profiles that visits present: common viewports, and the User-Agent that the browser sends on
 * the platform. Browsers have frozen the other parts of it, so only the major version ages.
 */
final class DeviceProfiles {
  private static final String WINDOWS = "(Windows NT 10.0; Win64; x64)";
  private static final String MAC = "(Macintosh; Intel Mac OS X 10_15_7)";
  private static final String IPHONE = "(iPhone; CPU iPhone OS 18_6 like Mac OS X)";
  private static final String BLINK = " AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0";
  private static final String WEBKIT = " AppleWebKit/605.1.15 (KHTML, like Gecko)";

  private static final List<Offer> OFFERS =
      List.of(
          offer(Platform.WINDOWS, CHROME, 1920, 953, WINDOWS + BLINK + " Safari/537.36"),
          offer(
              Platform.WINDOWS, EDGE, 1536, 730, WINDOWS + BLINK + " Safari/537.36 Edg/156.0.0.0"),
          offer(Platform.WINDOWS, FIREFOX, 1366, 641, gecko("Windows NT 10.0; Win64; x64")),
          offer(Platform.MACOS, SAFARI, 1440, 790, MAC + WEBKIT + " Version/26.0 Safari/605.1.15"),
          offer(Platform.MACOS, CHROME, 1512, 829, MAC + BLINK + " Safari/537.36"),
          offer(
              Platform.LINUX, CHROME, 1920, 969, "(X11; Linux x86_64)" + BLINK + " Safari/537.36"),
          offer(Platform.LINUX, FIREFOX, 1920, 955, gecko("X11; Linux x86_64")),
          offer(
              Platform.IPHONE,
              SAFARI,
              390,
              664,
              IPHONE + WEBKIT + " Version/26.0 Mobile/15E148 Safari/604.1"),
          offer(
              Platform.IPHONE,
              CHROME,
              393,
              660,
              IPHONE + WEBKIT + " CriOS/156.0.0.0 Mobile/15E148 Safari/604.1"),
          offer(
              Platform.ANDROID,
              CHROME,
              412,
              785,
              "(Linux; Android 10; K)" + BLINK + " Mobile Safari/537.36"),
          offer(
              Platform.ANDROID,
              FIREFOX,
              360,
              664,
              "(Android 15; Mobile; rv:156.0) Gecko/156.0 Firefox/156.0"));

  private DeviceProfiles() {}

  private record Offer(Platform platform, DeviceProfile profile) {}

  /** The profiles of those platforms that are, or are not, desktops. */
  static List<DeviceProfile> of(Set<Platform> platforms, boolean desktop) {
    return OFFERS.stream()
        .filter(offer -> platforms.contains(offer.platform()))
        .filter(offer -> offer.platform().isDesktop() == desktop)
        .map(Offer::profile)
        .toList();
  }

  private static Offer offer(
      Platform platform, Browser browser, int width, int height, String userAgent) {
    Device device = platform.isDesktop() ? Device.DESKTOP : Device.MOBILE;
    return new Offer(
        platform, new DeviceProfile(device, browser, width, height, "Mozilla/5.0 " + userAgent));
  }

  private static String gecko(String system) {
    return "(" + system + "; rv:156.0) Gecko/20100101 Firefox/156.0";
  }
}
