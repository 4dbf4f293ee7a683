package io.trafficgen.web.security;

import io.trafficgen.domain.InvalidValueException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose pages may call the API from a browser, besides our own (WHATWG Fetch, CORS protocol). */
public record CorsOrigins(Set<String> origins) {
  private static final String EXAMPLE = "https://app.shop.example";

  public CorsOrigins {
    origins = Set.copyOf(origins);
  }

  /** Nobody's. */
  public static CorsOrigins none() {
    return new CorsOrigins(Set.of());
  }

  /**
   * Reads a comma list of {@code scheme://host[:port]}; there are no patterns.
   *
   * @throws InvalidValueException for an entry that is no origin
   */
  public static CorsOrigins parse(String text) {
    return new CorsOrigins(
        Stream.of(text.split(",", -1))
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .map(CorsOrigins::origin)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Origin of an address, as browsers write it: lower case, without the scheme's own port. */
  public static String of(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int port = address.getPort();
    boolean own = port == -1 || port == (scheme.equals("https") ? 443 : 80);
    return scheme
        + "://"
        + address.getHost().toLowerCase(Locale.ROOT)
        + (own ? "" : ":" + address.getPort());
  }

  private static String origin(String text) {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw refused(text);
    }
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || !text.endsWith(String.valueOf(uri.getRawAuthority()))) {
      throw refused(text);
    }
    if (uri.getRawUserInfo() != null) {
      throw refused(text);
    }
    return of(uri);
  }

  private static InvalidValueException refused(String text) {
    return new InvalidValueException("", text + " is no origin", EXAMPLE);
  }
}
