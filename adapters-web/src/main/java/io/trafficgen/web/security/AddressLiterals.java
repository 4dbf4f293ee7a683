package io.trafficgen.web.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses as sockets and proxies write them; never asks a resolver. */
public final class AddressLiterals {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** What some proxies add: a port, brackets; what some stacks add: a zone. */
  private static final Pattern DECORATED =
      Pattern.compile("\\[([^\\]%]+)(%[^\\]]*)?\\](:[0-9]{1,5})?|([0-9.]+)(:[0-9]{1,5})?");

  private AddressLiterals() {}

  /** The address that {@code text} is; IPv4 within IPv6 counts as IPv4. */
  public static Optional<InetAddress> find(String text) {
    String bare = bare(text.strip());
    if (!IPV4.matcher(bare).matches() && !IPV6.matcher(bare).matches()) {
      return Optional.empty();
    }
    return literal(bare);
  }

  private static String bare(String text) {
    if (text.indexOf(':') < 0 && text.indexOf('[') < 0) {
      return text;
    }
    Matcher decorated = DECORATED.matcher(text);
    if (!decorated.matches()) {
      return text;
    }
    return Optional.ofNullable(decorated.group(1)).orElseGet(() -> decorated.group(4));
  }

  @SuppressWarnings("AddressSelection") // a literal is one address
  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
