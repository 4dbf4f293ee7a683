package io.trafficgen.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads identities as the wire writes them. */
public final class Ids {
  /** UUID.fromString alone would take {@code 1-1-1-1-1}. */
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Ids() {}

  /** The identity that {@code text} is, if it is one. */
  public static Optional<UUID> find(String text) {
    return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }
}
