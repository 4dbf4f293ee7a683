package io.trafficgen.engine.worker;

import io.trafficgen.domain.exit.ProxyAddress;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.domain.site.EgressVerdict;
import io.trafficgen.engine.NameResolver;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The second wall of a worker (security page, 5.2, point 4): whatever opens a socket by a name, the
 * name leads nowhere that the egress policy refuses. Every JVM with this class finds it, as a
 * service; until {@link #raise} it passes all questions on, and only a worker raises it.
 *
 * <p>It sees names alone: ports are judged by the first wall, and an address given as a number
 * never asks a resolver. Against those stands the first wall and what the operator's network
 * forbids.
 */
public final class NameWall extends InetAddressResolverProvider {
  private static final LookupPolicy ALL =
      LookupPolicy.of(LookupPolicy.IPV4 | LookupPolicy.IPV6 | LookupPolicy.IPV4_FIRST);

  /** Refused before anybody is asked for it. */
  private static final String NOWHERE = "wall.invalid";

  private static final Set<String> PROXIES = ConcurrentHashMap.newKeySet();
  private static volatile Optional<EgressPolicy> raised = Optional.empty();
  private static volatile Optional<InetAddressResolver> system = Optional.empty();

  /**
   * Raises it in this JVM, for good.
   *
   * @return asks past the wall: for a client that judges by itself, URI and all
   * @throws IllegalStateException if this JVM asks another provider
   */
  static NameResolver raise(EgressPolicy policy) {
    raised = Optional.of(policy);
    try {
      InetAddress.getAllByName(NOWHERE);
    } catch (UnknownHostException e) {
      // so the JVM has looked for its resolver by now
    }
    InetAddressResolver past =
        system.orElseThrow(() -> new IllegalStateException("names are resolved past the wall"));
    return name -> past.lookupByName(name, ALL).toList();
  }

  /** The operator's own proxy, wherever it stands; where it leads is judged before it is asked. */
  static void admit(ProxyAddress proxy) {
    PROXIES.add(plain(proxy.host()));
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return over(configuration.builtinResolver());
  }

  /** The wall over names that another resolver knows. */
  static InetAddressResolver over(InetAddressResolver builtin) {
    system = Optional.of(builtin);
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy wanted)
          throws UnknownHostException {
        Optional<EgressPolicy> policy = raised;
        return policy.isPresent() && !isExempt(plain(host), policy.get())
            ? guarded(policy.get(), host, wanted, builtin)
            : builtin.lookupByName(host, wanted);
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        return builtin.lookupByAddress(address);
      }
    };
  }

  @Override
  public String name() {
    return "egress policy";
  }

  private static Stream<InetAddress> guarded(
      EgressPolicy policy, String host, LookupPolicy wanted, InetAddressResolver builtin)
      throws UnknownHostException {
    URI uri = uri(host);
    refuseUnlessAllowed(host, policy.judge(uri));
    List<InetAddress> addresses = builtin.lookupByName(host, wanted).toList();
    refuseUnlessAllowed(host, policy.judge(uri, addresses));
    return addresses.stream();
  }

  private static boolean isExempt(String name, EgressPolicy policy) {
    return PROXIES.contains(name)
        || policy.allowed().hosts().stream().anyMatch(host -> host.name().equals(name));
  }

  private static URI uri(String host) throws UnknownHostException {
    try {
      return URI.create("http://" + plain(host) + "/");
    } catch (IllegalArgumentException e) {
      throw new UnknownHostException("no host name: " + host);
    }
  }

  /** Capitals and a final dot make no other name. */
  private static String plain(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static void refuseUnlessAllowed(String host, EgressVerdict verdict)
      throws UnknownHostException {
    if (!verdict.allowed()) {
      throw new UnknownHostException("egress policy: " + verdict + " " + host);
    }
  }
}
