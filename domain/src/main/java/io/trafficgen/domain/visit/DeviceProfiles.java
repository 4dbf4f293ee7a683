package io.trafficgen.domain.visit;

import static io.trafficgen.domain.settings.Platform.ANDROID;
import static io.trafficgen.domain.settings.Platform.IPHONE;
import static io.trafficgen.domain.settings.Platform.LINUX;
import static io.trafficgen.domain.settings.Platform.MACOS;
import static io.trafficgen.domain.settings.Platform.WINDOWS;
import static io.trafficgen.domain.visit.Browser.CHROME;
import static io.trafficgen.domain.visit.Browser.EDGE;
import static io.trafficgen.domain.visit.Browser.FIREFOX;
import static io.trafficgen.domain.visit.Browser.SAFARI;
import static io.trafficgen.domain.visit.Device.DESKTOP;
import static io.trafficgen.domain.visit.Device.MOBILE;
import static io.trafficgen.domain.visit.Device.TABLET;

import io.trafficgen.domain.settings.BrowserChoice;
import io.trafficgen.domain.settings.Platform;
import java.util.List;
import java.util.Set;

/**
 * The profiles that visits present: common viewports, and the User-Agent that the browser sends on
 * the platform. Browsers have frozen the other parts of it, so only the major version ages.
 */
final class DeviceProfiles {
  private static final String WIN = "(Windows NT 10.0; Win64; x64)";
  private static final String MAC = "(Macintosh; Intel Mac OS X 10_15_7)";
  private static final String X11 = "(X11; Linux x86_64)";
  private static final String DROID = "(Linux; Android 10; K)";
  private static final String PHONE = "(iPhone; CPU iPhone OS 18_6 like Mac OS X)";
  private static final String PAD = "(iPad; CPU OS 18_6 like Mac OS X)";

  private static final String BLINK = " AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0";
  private static final String DESK = " Safari/537.36";
  private static final String HAND = " Mobile Safari/537.36";
  private static final String WEBKIT = " AppleWebKit/605.1.15 (KHTML, like Gecko)";
  private static final String APPLE = " Mobile/15E148 Safari/604.1";

  /** On Apple's phones and tablets every browser is WebKit with a name of its own. */
  private static final List<Offer> OFFERS =
      List.of(
          offer(WINDOWS, DESKTOP, CHROME, 1920, 953, WIN + BLINK + DESK),
          offer(WINDOWS, DESKTOP, EDGE, 1536, 730, WIN + BLINK + DESK + " Edg/156.0.0.0"),
          offer(WINDOWS, DESKTOP, FIREFOX, 1366, 641, gecko("Windows NT 10.0; Win64; x64")),
          offer(MACOS, DESKTOP, SAFARI, 1440, 790, MAC + WEBKIT + " Version/26.0 Safari/605.1.15"),
          offer(MACOS, DESKTOP, CHROME, 1512, 829, MAC + BLINK + DESK),
          offer(MACOS, DESKTOP, EDGE, 1440, 789, MAC + BLINK + DESK + " Edg/156.0.0.0"),
          offer(MACOS, DESKTOP, FIREFOX, 1440, 796, gecko("Macintosh; Intel Mac OS X 10.15")),
          offer(LINUX, DESKTOP, CHROME, 1920, 969, X11 + BLINK + DESK),
          offer(LINUX, DESKTOP, EDGE, 1920, 957, X11 + BLINK + DESK + " Edg/156.0.0.0"),
          offer(LINUX, DESKTOP, FIREFOX, 1920, 955, gecko("X11; Linux x86_64")),
          offer(IPHONE, MOBILE, SAFARI, 390, 664, PHONE + WEBKIT + " Version/26.0" + APPLE),
          offer(IPHONE, MOBILE, CHROME, 393, 660, PHONE + WEBKIT + " CriOS/156.0.0.0" + APPLE),
          offer(IPHONE, MOBILE, EDGE, 393, 663, PHONE + WEBKIT + " EdgiOS/156.0.0.0" + APPLE),
          offer(IPHONE, MOBILE, FIREFOX, 390, 669, PHONE + WEBKIT + " FxiOS/156.0" + APPLE),
          offer(ANDROID, MOBILE, CHROME, 412, 785, DROID + BLINK + HAND),
          offer(ANDROID, MOBILE, EDGE, 412, 779, DROID + BLINK + HAND + " EdgA/156.0.0.0"),
          offer(
              ANDROID,
              MOBILE,
              FIREFOX,
              360,
              664,
              "(Android 15; Mobile; rv:156.0) Gecko/156.0 Firefox/156.0"),
          offer(IPHONE, TABLET, SAFARI, 820, 1106, PAD + WEBKIT + " Version/26.0" + APPLE),
          offer(IPHONE, TABLET, CHROME, 820, 1086, PAD + WEBKIT + " CriOS/156.0.0.0" + APPLE),
          offer(IPHONE, TABLET, EDGE, 834, 1120, PAD + WEBKIT + " EdgiOS/156.0.0.0" + APPLE),
          offer(IPHONE, TABLET, FIREFOX, 834, 1115, PAD + WEBKIT + " FxiOS/156.0" + APPLE),
          offer(ANDROID, TABLET, CHROME, 800, 1185, DROID + BLINK + DESK),
          offer(ANDROID, TABLET, EDGE, 800, 1178, DROID + BLINK + DESK + " EdgA/156.0.0.0"),
          offer(
              ANDROID,
              TABLET,
              FIREFOX,
              800,
              1167,
              "(Android 15; Tablet; rv:156.0) Gecko/156.0 Firefox/156.0"));

  private DeviceProfiles() {}

  private record Offer(Platform platform, DeviceProfile profile) {}

  /**
   * The profiles of that kind on those platforms, with the chosen browser; with any browser if none
   * of the platforms has it.
   */
  static List<DeviceProfile> of(Set<Platform> platforms, Device device, BrowserChoice choice) {
    List<DeviceProfile> all =
        OFFERS.stream()
            .filter(offer -> platforms.contains(offer.platform()))
            .map(Offer::profile)
            .filter(profile -> profile.device() == device)
            .toList();
    List<DeviceProfile> chosen =
        all.stream().filter(profile -> isChosen(profile.browser(), choice)).toList();
    return chosen.isEmpty() ? all : chosen;
  }

  private static boolean isChosen(Browser browser, BrowserChoice choice) {
    return switch (choice) {
      case RANDOM -> true;
      case CHROME -> browser == CHROME;
      case FIREFOX -> browser == FIREFOX;
      case SAFARI -> browser == SAFARI;
      case EDGE -> browser == EDGE;
    };
  }

  private static Offer offer(
      Platform platform, Device device, Browser browser, int width, int height, String userAgent) {
    return new Offer(
        platform, new DeviceProfile(device, browser, width, height, "Mozilla/5.0 " + userAgent));
  }

  private static String gecko(String system) {
    return "(" + system + "; rv:156.0) Gecko/20100101 Firefox/156.0";
  }
}
