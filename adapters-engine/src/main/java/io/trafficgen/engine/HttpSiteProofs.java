package io.trafficgen.engine;

import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.application.port.ProofOutcome;
import io.trafficgen.application.port.ProofOutcome.Attempt;
import io.trafficgen.application.port.ProofOutcome.Read;
import io.trafficgen.application.port.ProofOutcome.Unreadable;
import io.trafficgen.application.port.SiteProofs;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.SiteProof;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jsoup.Jsoup;

/** {@link SiteProofs} over {@link GuardedHttp} and the DNS. */
public final class HttpSiteProofs implements SiteProofs {
  private static final int FILE_BYTES = 64_000;
  private static final int PAGE_BYTES = 2_000_000;

  /** What a server that speaks TLS needs at most, over half the world. */
  private static final Duration GREETING = Duration.ofMillis(1_500);

  private final GuardedHttp http;
  private final TxtRecords records;
  private final Duration greeting;
  private final InstantSource clock;

  public HttpSiteProofs(GuardedHttp http, TxtRecords records, InstantSource clock) {
    this(http, records, GREETING, clock);
  }

  /**
   * @param greeting how long a host on a port of its own may take to answer by TLS
   */
  HttpSiteProofs(GuardedHttp http, TxtRecords records, Duration greeting, InstantSource clock) {
    this.http = http;
    this.records = records;
    this.greeting = greeting;
    this.clock = clock;
  }

  @Override
  public ProofOutcome readFile(Host host) {
    return read(host, FILE_BYTES, SiteProof::fileUrl);
  }

  @Override
  public ProofOutcome readTxt(String name) {
    return records.read(name);
  }

  @Override
  public ProofOutcome readMeta(Host host) {
    return switch (read(host, PAGE_BYTES, SiteProof::pageUrl)) {
      case Read page -> tags(page);
      case Unreadable unreadable -> unreadable;
    };
  }

  /** Only of the head: what visitors of a site can write stands in the body. */
  private static ProofOutcome tags(Read page) {
    List<String> tags =
        Jsoup.parse(page.text())
            .head()
            .select("meta[name=" + SiteProof.META_NAME + "]")
            .eachAttr("content");
    return new Read(page.url(), String.join("\n", tags));
  }

  private ProofOutcome read(Host host, int maxBytes, BiFunction<String, Host, URI> place) {
    SameHostFetch fetch = new SameHostFetch(http, host, maxBytes, greeting, clock);
    List<Attempt> failed = new ArrayList<>();
    for (String scheme : List.of("https", "http")) {
      Optional<Read> found = fetch.read(place.apply(scheme, host), failed);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return new Unreadable(failed);
  }
}
