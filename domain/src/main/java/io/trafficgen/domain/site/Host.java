package io.trafficgen.domain.site;

import io.trafficgen.domain.InvalidValueException;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A site: {@code shop.example}, which covers ports 80 and 443, or {@code localhost:8081}, which
 * covers that port alone.
 *
 * <p>Whether TrafficGen may connect to it is {@link EgressPolicy}'s question, not asked here.
 *
 * @param name lower-case ASCII, international names as {@code xn--} labels (RFC 5891)
 */
public record Host(String name, OptionalInt port) {
  private static final String EXAMPLE = "shop.example";
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

  public Host {
    Objects.requireNonNull(port, "port");
    if (!NAME.matcher(name).matches()) {
      throw invalid("not a host name");
    }
    if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > 65_535)) {
      throw invalid("a port is a number from 1 to 65535");
    }
  }

  /**
   * Reads {@code host} or {@code host:port}; capitals and international letters are converted. A
   * host with port 80 or 443 is the bare one.
   *
   * @throws InvalidValueException for anything else: scheme, path, user-info, IPv6 literal
   */
  public static Host parse(String text) {
    if (text.length() > 300) {
      throw invalid("longer than a host name can be");
    }
    if (text.contains("/") || text.contains("@") || text.contains("[")) {
      throw invalid("only a host name, with a port if it is not 80 or 443");
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new Host(ascii(text), OptionalInt.empty());
    }
    String port = text.substring(colon + 1);
    if (!PORT.matcher(port).matches()) {
      throw invalid("a port is a number from 1 to 65535");
    }
    return of(ascii(text.substring(0, colon)), Integer.parseInt(port));
  }

  /**
   * The host that a URI needs: bare where the port is 80 or 443.
   *
   * @throws InvalidValueException if the URI names no host
   */
  public static Host of(URI uri) {
    String name = uri.getHost();
    if (name == null) {
      throw invalid("the address names no host");
    }
    return of(ascii(name), port(uri));
  }

  /** One host has one name, or caps and blocks would not meet all that goes there. */
  private static Host of(String name, int port) {
    return new Host(name, port == 80 || port == 443 ? OptionalInt.empty() : OptionalInt.of(port));
  }

  /** Whether {@code uri} lies on this host, its port included; the scheme is not judged. */
  public boolean covers(URI uri) {
    String other = uri.getHost();
    if (other == null || !name.equals(other.toLowerCase(Locale.ROOT))) {
      return false;
    }
    int used = port(uri);
    return port.isPresent() ? port.getAsInt() == used : used == 80 || used == 443;
  }

  @Override
  public String toString() {
    return port.isPresent() ? name + ":" + port.getAsInt() : name;
  }

  static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  private static String ascii(String name) {
    try {
      return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw invalid("not a host name");
    }
  }

  private static InvalidValueException invalid(String reason) {
    return new InvalidValueException("", reason, EXAMPLE);
  }
}
