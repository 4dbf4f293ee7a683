package io.trafficgen.domain.site;

/**
 * A proof that an account controls a host.
 *
 * @param method how it was proved; checked again in the same way
 * @param terms limits that the site sets for us
 */
public record Verification(ProofMethod method, SiteTerms terms) {}
