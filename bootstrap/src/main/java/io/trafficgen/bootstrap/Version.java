package io.trafficgen.bootstrap;

import java.util.Optional;

/** The version of this build. */
final class Version {
  /** As the jar's manifest says it; {@code dev} where classes run from a folder. */
  static final String CURRENT =
      Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");

  private Version() {}
}
