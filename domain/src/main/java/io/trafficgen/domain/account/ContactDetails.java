package io.trafficgen.domain.account;

import java.util.Optional;

/** The plan's extended profile; every field as the owner wrote it. */
public record ContactDetails(
    Optional<String> name,
    Optional<String> phone,
    Optional<String> company,
    Optional<String> vatId,
    Optional<String> address,
    Optional<String> city,
    Optional<String> zip,
    Optional<String> country) {
  /** Details of which only the name is known. */
  public static ContactDetails named(Optional<String> name) {
    Optional<String> unknown = Optional.empty();
    return new ContactDetails(name, unknown, unknown, unknown, unknown, unknown, unknown, unknown);
  }
}
