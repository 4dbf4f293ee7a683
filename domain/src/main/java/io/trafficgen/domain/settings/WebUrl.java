package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One absolute http or https URL (RFC 3986). Whether its host may be asked is not judged here. */
final class WebUrl {
  static final List<String> EXAMPLES = List.of("\"https://shop.example/a?b=1\"");
  static final int MAX_LENGTH = 2048;

  private static final int MAX_PORT = 65_535;

  private WebUrl() {}

  static URI parse(JsonValue value) {
    return ScalarForm.text(value)
        .flatMap(WebUrl::find)
        .orElseThrow(() ->
            new InvalidValueException(
                "",
                "must be an http or https URL with a host, within %d characters"
                    .formatted(MAX_LENGTH),
                EXAMPLES.getFirst()));
  }

  static Optional<URI> find(String text) {
    try {
      return Optional.of(new URI(text)).filter(url -> text.length() <= MAX_LENGTH && isWeb(url));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Credentials in a URL would be sent to no one, and shown in reports: such a URL is refused. */
  private static boolean isWeb(URI url) {
    String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getPort() != 0
        && url.getPort() <= MAX_PORT;
  }
}
