package io.trafficgen.web.mail;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.account.Email;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where mails are handed over, and as whom.
 *
 * @param tls from the first byte ({@code smtps}); else STARTTLS where the server offers it, and
 *     always before a password is sent off this machine
 * @param from the sender that readers see; empty for one of the base URL's host
 */
public record SmtpAddress(
    String host, int port, boolean tls, Optional<Login> login, Optional<Email> from) {
  private static final String EXAMPLE =
      "smtp://user:password@mail.example:587?from=trafficgen@mail.example";
  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;
  private static final String FROM = "from=";

  /** Who signs in at the mail server. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[hidden]";
    }
  }

  /** Reads {@code smtp[s]://[user:password@]host[:port][?from=address]}; parts percent-encoded. */
  public static SmtpAddress parse(String text) {
    try {
      URI uri = new URI(text);
      String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
      boolean tls = scheme.equals("smtps");
      boolean bare = uri.getRawPath() == null || uri.getRawPath().matches("/?");
      if (!List.of("smtp", "smtps").contains(scheme) || uri.getHost() == null || !bare) {
        throw refused();
      }
      int standard = tls ? SUBMISSIONS : SUBMISSION;
      return new SmtpAddress(
          uri.getHost(),
          uri.getPort() < 0 ? standard : uri.getPort(),
          tls,
          Optional.ofNullable(uri.getRawUserInfo()).map(SmtpAddress::login),
          Optional.ofNullable(uri.getRawQuery()).map(SmtpAddress::from));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw refused();
    }
  }

  /** Whether a password may go out before the line is sealed: to this machine only. */
  boolean isLocal() {
    return List.of("localhost", "127.0.0.1", "[::1]").contains(host);
  }

  private static Login login(String userInfo) {
    String[] parts = userInfo.split(":", 2);
    if (parts.length < 2) {
      throw refused();
    }
    return new Login(decoded(parts[0]), decoded(parts[1]));
  }

  private static Email from(String query) {
    if (!query.startsWith(FROM)) {
      throw refused();
    }
    return Email.parse(decoded(query.substring(FROM.length())));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Says nothing of the text, which may hold a password. */
  private static InvalidValueException refused() {
    return new InvalidValueException("", "is no address of a mail server", EXAMPLE);
  }
}
