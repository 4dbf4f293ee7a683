package io.trafficgen.application.port;

import java.net.URI;
import java.util.List;

/** What reading one proof of a host gave. */
public sealed interface ProofOutcome {
  /** The proof's text was read; it may still lack the token. */
  record Read(URI url, String text) implements ProofOutcome {}

  /** Nothing could be read; the attempts are in the order they were made, at least one. */
  record Unreadable(List<Attempt> attempts) implements ProofOutcome {
    public Unreadable {
      attempts = List.copyOf(attempts);
    }
  }

  /**
   * One attempt that failed.
   *
   * @param problem for the owner, after "&lt;url&gt; ": for example {@code answered 404}
   */
  record Attempt(URI url, String problem) {}
}
