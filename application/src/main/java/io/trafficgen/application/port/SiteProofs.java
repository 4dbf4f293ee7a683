package io.trafficgen.application.port;

import io.trafficgen.domain.site.Host;

/** Reads what a host shows to prove who controls it; judging the token is the caller's part. */
public interface SiteProofs {
  /**
   * Reads the verification file by https, then by http. A redirect is followed on the same host
   * only: one that leads off it is no proof.
   */
  ProofOutcome readFile(Host host);
}
