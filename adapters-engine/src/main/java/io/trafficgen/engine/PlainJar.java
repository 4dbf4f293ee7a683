package io.trafficgen.engine;

import io.trafficgen.application.port.Cookie;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.apache.http.Header;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.cookie.CookieOrigin;
import org.apache.http.cookie.CookieSpec;
import org.apache.http.cookie.MalformedCookieException;
import org.htmlunit.BrowserVersion;
import org.htmlunit.CookieManager;
import org.htmlunit.httpclient.HtmlUnitBrowserCompatCookieSpec;
import org.htmlunit.httpclient.HtmlUnitCookieStore;

/** The cookies of a load without a browser, by the very rules of a load with one. */
final class PlainJar {
  private final CookieManager jar = new CookieManager();
  private final HtmlUnitCookieStore store = new HtmlUnitCookieStore(jar);
  private final CookieSpec rules = new HtmlUnitBrowserCompatCookieSpec(BrowserVersion.CHROME);

  private final InstantSource clock;

  PlainJar(List<Cookie> cookies, InstantSource clock) {
    this.clock = clock;
    CookieJar.fill(jar, cookies);
  }

  /** Adds to {@code request} what the site of {@code target} may see. */
  void show(HttpRequest request, URI target) {
    CookieOrigin origin = origin(target);
    jar.clearExpired(Date.from(clock.instant()));
    List<org.apache.http.cookie.Cookie> shown = new ArrayList<>(store.getCookies());
    shown.removeIf(cookie -> !rules.match(cookie, origin));
    if (!shown.isEmpty()) {
      rules.formatCookies(shown).forEach(request::addHeader);
    }
  }

  /** Keeps what the site of {@code target} may set. */
  void keep(HttpResponse response, URI target) {
    for (Header header : response.getHeaders("Set-Cookie")) {
      CookieOrigin origin = origin(target);
      try {
        for (org.apache.http.cookie.Cookie cookie : rules.parse(header, origin)) {
          rules.validate(cookie, origin);
          store.addCookie(cookie);
        }
      } catch (MalformedCookieException e) {
        // as a browser does: it is not kept
      }
    }
  }

  List<Cookie> cookies() {
    return CookieJar.read(jar);
  }

  private static CookieOrigin origin(URI target) {
    boolean secure = "https".equalsIgnoreCase(target.getScheme());
    int port = target.getPort() < 0 ? (secure ? 443 : 80) : target.getPort();
    String path = target.getPath() == null || target.getPath().isEmpty() ? "/" : target.getPath();
    return new CookieOrigin(target.getHost(), port, path, secure);
  }
}
