package io.trafficgen.engine;

import io.trafficgen.application.port.Cookie;
import java.net.URL;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.http.conn.util.PublicSuffixMatcher;
import org.apache.http.conn.util.PublicSuffixMatcherLoader;
import org.htmlunit.CookieManager;

/** The cookies that a visit takes from page to page. */
final class CookieJar {
  private static final int MAX_COOKIES = 200;
  private static final int MAX_TEXT = 4_096;
  private static final Pattern DOMAIN = Pattern.compile("(?i);\\s*domain\\s*=\\s*([^;]*)");
  private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

  private CookieJar() {}

  /** Puts into the browser what the previous page left. */
  static void fill(CookieManager jar, List<Cookie> cookies) {
    cookies.forEach(cookie ->
        jar.addCookie(
            new org.htmlunit.http.Cookie(
                cookie.domain(),
                cookie.name(),
                cookie.value(),
                cookie.path(),
                cookie.expires().map(Date::from).orElse(null),
                cookie.secure(),
                cookie.httpOnly())));
  }

  static List<Cookie> read(CookieManager jar) {
    return jar.getCookies().stream()
        .map(cookie ->
            new Cookie(
                cookie.getName(),
                cookie.getValue(),
                cookie.getDomain(),
                cookie.getPath(),
                Optional.ofNullable(cookie.getExpires()).map(date -> date.toInstant()),
                cookie.isSecure(),
                cookie.isHttpOnly()))
        .filter(cookie -> length(cookie) <= MAX_TEXT)
        .limit(MAX_COOKIES)
        .toList();
  }

  /**
   * Whether a script of {@code page} may set this cookie (RFC 6265, 5.3, steps 5 and 6): HtmlUnit
   * lets it set one for any site.
   *
   * @param text as given to {@code document.cookie}
   */
  static boolean permits(String text, URL page) {
    Matcher attributes = DOMAIN.matcher(text);
    String host = page.getHost().toLowerCase(Locale.ROOT);
    while (attributes.find()) {
      String domain = attributes.group(1).strip().toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
      boolean parent = host.endsWith("." + domain) && !SUFFIXES.matches(domain);
      if (!domain.isEmpty() && !host.equals(domain) && !parent) {
        return false;
      }
    }
    return true;
  }

  private static int length(Cookie cookie) {
    return cookie.name().length()
        + cookie.value().length()
        + cookie.domain().length()
        + cookie.path().length();
  }
}
