package io.trafficgen.persistence;

import io.trafficgen.domain.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the database is and who may open it.
 *
 * @param jdbcUrl {@code jdbc:postgresql:…}
 * @param user empty if the URL names it
 * @param password empty if the URL names it, or none is needed
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
  private static final String JDBC = "jdbc:postgresql:";
  private static final String EXAMPLE = "postgres://user:password@host:5432/trafficgen";

  /** Reads {@code jdbc:postgresql:…} or {@code postgres://user:password@host[:port]/database}. */
  public static DatabaseAddress parse(String text) {
    if (text.startsWith(JDBC)) {
      return new DatabaseAddress(text, "", "");
    }
    try {
      URI uri = new URI(text);
      boolean known = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
      if (!known || uri.getHost() == null) {
        throw invalid("is neither a jdbc:postgresql: nor a postgres:// address");
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
      int colon = login.indexOf(':');
      return new DatabaseAddress(
          JDBC + "//" + uri.getHost() + port + uri.getRawPath() + query,
          decoded(colon < 0 ? login : login.substring(0, colon)),
          decoded(colon < 0 ? "" : login.substring(colon + 1)));
    } catch (URISyntaxException e) {
      throw invalid("is not an address");
    }
  }

  /** A plus is a plus here, unlike in a form. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static InvalidValueException invalid(String reason) {
    return new InvalidValueException("", reason, EXAMPLE);
  }

  @Override
  public String toString() {
    return "DatabaseAddress[hidden]";
  }
}
