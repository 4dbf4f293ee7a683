package io.trafficgen.engine;

import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.domain.site.EgressVerdict;
import io.trafficgen.domain.visit.FailureReason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The egress policy at the dial: a name is resolved once, every address is judged, and the caller
 * dials what comes back and nothing else, so that no second answer can take the place of the first.
 */
final class GuardedDns {
  private static final int SECONDS = 3;

  private final EgressPolicy policy;
  private final NameResolver resolver;

  GuardedDns(EgressPolicy policy, NameResolver resolver) {
    this.policy = policy;
    this.resolver = resolver;
  }

  /** The same without the operator's exemptions. */
  GuardedDns strict() {
    return new GuardedDns(new EgressPolicy(AllowedHosts.none(), policy.denied()), resolver);
  }

  /** Refuses what the policy refuses before any name is resolved. */
  void check(URI uri) throws RefusedException {
    refuseUnlessAllowed(uri, policy.judge(uri));
  }

  /** The addresses to dial for {@code uri}, in order, at least one. */
  InetAddress[] resolve(URI uri) throws IOException {
    check(uri);
    // a final dot makes the name absolute: no search domain of this machine is tried
    String name = policy.allowed().covers(uri) ? uri.getHost() : uri.getHost() + ".";
    List<InetAddress> addresses = resolve(name);
    refuseUnlessAllowed(uri, policy.judge(uri, addresses));
    return addresses.toArray(InetAddress[]::new);
  }

  private List<InetAddress> resolve(String name) throws IOException {
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("resolve " + name)
        .start(() -> {
          try {
            answer.complete(resolver.resolve(name));
          } catch (UnknownHostException | RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new RefusedException(FailureReason.DNS, "no address for " + name);
    } catch (TimeoutException e) {
      throw new RefusedException(FailureReason.DNS, "no answer in time for " + name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(FailureReason.STOPPED, "interrupted while resolving " + name);
    }
  }

  private static void refuseUnlessAllowed(URI uri, EgressVerdict verdict) throws RefusedException {
    if (!verdict.allowed()) {
      throw new RefusedException(
          verdict == EgressVerdict.UNRESOLVED ? FailureReason.DNS : FailureReason.GUARD,
          "egress policy: " + verdict + " " + uri);
    }
  }
}
