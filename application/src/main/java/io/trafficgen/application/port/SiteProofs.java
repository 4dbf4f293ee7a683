package io.trafficgen.application.port;

import io.trafficgen.domain.site.Host;

/**
 * Reads what a host shows to prove who controls it; judging the token is the caller's part. Each
 * answer comes within a bounded time, whatever the host does.
 */
public interface SiteProofs {
  /**
   * Reads the verification file by https, then by http. A redirect is followed on the same host
   * only: one that leads off it is no proof.
   */
  ProofOutcome readFile(Host host);

  /**
   * Reads the TXT records of a name, each one line of the text.
   *
   * @param name absolute, without a final dot, for example {@code _trafficgen.shop.example}
   */
  ProofOutcome readTxt(String name);

  /**
   * Reads the verification tags in the head of the start page, each one line of the text; by https,
   * then by http, with redirects as for the file.
   */
  ProofOutcome readMeta(Host host);
}
