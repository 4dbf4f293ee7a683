package io.trafficgen.domain.site;

import java.util.Locale;

/** The ways to prove control of a host, in the order in which they are tried. */
public enum ProofMethod {
  FILE,
  DNS,
  META;

  /** The name on the wire, for example {@code file}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The method whose {@link #wireName()} is given. */
  public static ProofMethod ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
