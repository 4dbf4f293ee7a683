package io.trafficgen.engine;

import com.google.common.net.InternetDomainName;
import io.trafficgen.application.port.PublicSuffixes;
import java.util.Optional;

/**
 * {@link PublicSuffixes} by the list in Guava, private suffixes such as {@code github.io} included:
 * their registrants are strangers to each other as well.
 */
public final class GuavaPublicSuffixes implements PublicSuffixes {
  @Override
  public Optional<String> registered(String name) {
    if (!InternetDomainName.isValid(name)) {
      return Optional.empty();
    }
    InternetDomainName domain = InternetDomainName.from(name);
    return domain.isUnderPublicSuffix()
        ? Optional.of(domain.topPrivateDomain().toString())
        : Optional.empty();
  }
}
