package io.trafficgen.engine;

import io.trafficgen.application.port.ProofOutcome;
import io.trafficgen.application.port.ProofOutcome.Attempt;
import io.trafficgen.application.port.ProofOutcome.Read;
import io.trafficgen.application.port.ProofOutcome.Unreadable;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/**
 * TXT records of absolute names: over UDP, over TCP where an answer is cut off (RFC 7766), CNAMEs
 * followed, nothing kept.
 */
public final class TxtRecords {
  private static final Duration DEADLINE = Duration.ofSeconds(3);

  /** Leaves time to ask a second server. */
  private static final Duration EACH_SERVER = Duration.ofMillis(1_400);

  private static final String NONE = "has no TXT record";

  private final LookupSession session;

  private TxtRecords(ExtendedResolver resolver) {
    resolver.setTimeout(DEADLINE);
    resolver.setRetries(1);
    for (Resolver server : resolver.getResolvers()) {
      server.setTimeout(EACH_SERVER);
    }
    this.session = LookupSession.builder().resolver(resolver).clearSearchPath().build();
  }

  /** By the servers that this machine is configured with. */
  public static TxtRecords ofSystem() {
    return new TxtRecords(new ExtendedResolver());
  }

  /** By these servers. */
  static TxtRecords of(List<InetSocketAddress> servers) {
    List<Resolver> resolvers = servers.stream().<Resolver>map(SimpleResolver::new).toList();
    return new TxtRecords(new ExtendedResolver(resolvers));
  }

  /** Answers within three seconds; the URL is that of RFC 4501. */
  ProofOutcome read(String name) {
    URI url = URI.create("dns:" + name + "?type=TXT");
    CompletableFuture<LookupResult> lookup;
    try {
      lookup = session.lookupAsync(Name.fromString(name + "."), Type.TXT).toCompletableFuture();
    } catch (TextParseException e) {
      return failed(url, "is no name of the DNS");
    }
    try {
      List<String> texts = texts(lookup.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS));
      return texts.isEmpty() ? failed(url, NONE) : new Read(url, String.join("\n", texts));
    } catch (ExecutionException e) {
      return failed(url, problem(e));
    } catch (TimeoutException e) {
      return failed(url, "was not answered in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(url, "could not be looked up");
    }
  }

  private static List<String> texts(LookupResult found) {
    return found.getRecords().stream()
        .filter(TXTRecord.class::isInstance)
        .map(record -> joined((TXTRecord) record))
        .toList();
  }

  /** The strings of one record are one text (RFC 7208, 3.3): each has at most 255 bytes. */
  private static String joined(TXTRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    record.getStringsAsByteArrays().forEach(bytes::writeBytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static ProofOutcome failed(URI url, String problem) {
    return new Unreadable(List.of(new Attempt(url, problem)));
  }

  private static String problem(ExecutionException failure) {
    return failure.getCause() instanceof NoSuchDomainException
            || failure.getCause() instanceof NoSuchRRSetException
        ? NONE
        : "was not answered by the name servers";
  }
}
