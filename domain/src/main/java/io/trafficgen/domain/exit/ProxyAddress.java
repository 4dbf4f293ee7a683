package io.trafficgen.domain.exit;

import io.trafficgen.domain.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A proxy of the operator's. Its credentials show up in no text that is made of it.
 *
 * @param host a name or an address literal without brackets
 */
public record ProxyAddress(Kind kind, String host, int port, Optional<Credentials> credentials) {
  static final String EXAMPLE = "socks5://user:password@proxy.example:1080";

  /** What the proxy speaks. */
  public enum Kind {
    /** CONNECT of RFC 9110, 9.3.6. */
    HTTP,
    /** RFC 1928, with passwords by RFC 1929. */
    SOCKS5
  }

  /** Who we are to the proxy: each part 1 to 255 bytes of UTF-8, the bound of RFC 1929. */
  public record Credentials(String user, String password) {
    private static final int MAX_BYTES = 255;

    public Credentials {
      requireLength(user);
      requireLength(password);
    }

    private static void requireLength(String part) {
      int length = part.getBytes(StandardCharsets.UTF_8).length;
      // a colon would end the user in HTTP's Basic scheme, a control character a header
      if (length == 0 || length > MAX_BYTES || part.chars().anyMatch(Character::isISOControl)) {
        throw new InvalidValueException(
            "", "has a user or password that is empty, too long or not printable", EXAMPLE);
      }
    }

    @Override
    public String toString() {
      return "(credentials)";
    }
  }

  public ProxyAddress {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(credentials, "credentials");
    if (host.isEmpty() || port < 1 || port > 65_535) {
      throw new InvalidValueException("", "must name a host and a port", EXAMPLE);
    }
    if (kind == Kind.HTTP && credentials.filter(who -> who.user().contains(":")).isPresent()) {
      throw new InvalidValueException("", "has a user with a colon", EXAMPLE);
    }
  }

  /**
   * Reads {@code http://…} or {@code socks5://[user:password@]host:port}; user and password
   * percent-encoded.
   */
  public static ProxyAddress parse(String text) {
    URI uri = uri(text);
    boolean bare =
        (uri.getRawPath() == null || uri.getRawPath().matches("/?"))
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null;
    if (uri.getHost() == null || uri.getPort() < 0 || !bare) {
      throw new InvalidValueException(
          "", "must be scheme, host and port, and nothing behind", EXAMPLE);
    }
    return new ProxyAddress(
        kind(uri),
        uri.getHost().replaceAll("[\\[\\]]", ""),
        uri.getPort(),
        Optional.ofNullable(uri.getUserInfo()).map(ProxyAddress::credentials));
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      // its message would show a password
      throw new InvalidValueException("", "is no URL", EXAMPLE);
    }
  }

  private static Kind kind(URI uri) {
    return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
      case "http" -> Kind.HTTP;
      case "socks5" -> Kind.SOCKS5;
      default -> throw new InvalidValueException("", "must begin http:// or socks5://", EXAMPLE);
    };
  }

  private static Credentials credentials(String userInfo) {
    String[] parts = userInfo.split(":", 2);
    if (parts.length < 2) {
      throw new InvalidValueException("", "has a user without a password", EXAMPLE);
    }
    return new Credentials(parts[0], parts[1]);
  }

  /** Without credentials, fit for logs. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + "://" + host + ":" + port;
  }
}
