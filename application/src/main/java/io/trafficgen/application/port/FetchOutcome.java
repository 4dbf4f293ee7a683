package io.trafficgen.application.port;

import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.util.Optional;

/** How a fetch of {@link GuardedHttp} ended. */
public sealed interface FetchOutcome {
  /**
   * The server answered.
   *
   * @param location absolute target of a redirect, where the answer is one
   * @param text the body as UTF-8, unpacked where it is a gzip file, malformed bytes replaced
   */
  record Fetched(int status, Optional<URI> location, String text) implements FetchOutcome {}

  /**
   * No answer came.
   *
   * @param detail for the operator's log, never shown to an owner
   */
  record NotFetched(FailureReason reason, String detail) implements FetchOutcome {}
}
