package io.trafficgen.web.security;

import io.trafficgen.domain.account.Password;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Passwords that are tried first (ASVS 5.0, 6.2.4): of the most common ones those that are long
 * enough to be taken here, in any case.
 */
public final class CommonPasswords implements Predicate<Password> {
  private static final String LIST = "common-passwords.txt";

  private final Set<String> common;

  private CommonPasswords(Set<String> common) {
    this.common = common;
  }

  /** The list that comes with us; its first line names its origin. */
  public static CommonPasswords standard() {
    try (InputStream in = CommonPasswords.class.getResourceAsStream(LIST)) {
      String text =
          new String(Objects.requireNonNull(in, LIST).readAllBytes(), StandardCharsets.UTF_8);
      return new CommonPasswords(text.lines().skip(1).collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean test(Password password) {
    return common.contains(password.value().toLowerCase(Locale.ROOT));
  }
}
