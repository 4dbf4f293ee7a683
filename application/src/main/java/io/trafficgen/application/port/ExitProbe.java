package io.trafficgen.application.port;

import io.trafficgen.domain.exit.Exit;
import java.util.Optional;

/** Looks whether an exit can be used. */
public interface ExitProbe {
  /**
   * Greets the exit's proxy and asks it for nothing beyond; this machine's own network has none and
   * is always fine. Blocks for some seconds at most.
   *
   * @return what is wrong, in words that hold no credentials; empty if nothing is
   */
  Optional<String> problem(Exit exit);
}
