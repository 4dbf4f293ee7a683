package io.trafficgen.web.security;

/**
 * How many requests a minute are answered (security page, 5.1).
 *
 * @param caller of one account, over all its sessions and keys
 * @param address of strangers behind one address
 * @param signIn attempts to sign up or in, from one address
 * @param signature deliveries with a wrong signature, from one address
 * @param proof searches for proofs of sites, of one account: each asks a host that may be anybody's
 */
public record RequestLimits(int caller, int address, int signIn, int signature, int proof) {
  public static RequestLimits standard() {
    return new RequestLimits(6_000, 600, 30, 60, 30);
  }
}
