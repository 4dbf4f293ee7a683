package io.trafficgen.application.fake;

import io.trafficgen.application.port.ProofOutcome;
import io.trafficgen.application.port.SiteProofs;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.SiteProof;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Proofs as a test put them on hosts; whatever else is asked for answers 404. */
public final class ScriptedSiteProofs implements SiteProofs {
  private final Map<String, String> shown = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** The host's verification file. */
  public void put(Host host, String content) {
    shown.put(SiteProof.fileUrl("http", host).toString(), content);
  }

  /** A TXT record of a name. */
  public void putTxt(String name, String content) {
    shown.put(dns(name), content);
  }

  /** The tag on the host's start page. */
  public void putMeta(Host host, String content) {
    shown.put(SiteProof.pageUrl("http", host).toString(), content);
  }

  /** The host shows nothing any more. */
  public void clear() {
    shown.clear();
  }

  /** What was asked for since the last call, in its order. */
  public List<String> asked() {
    List<String> since = List.copyOf(asked);
    asked.clear();
    return since;
  }

  @Override
  public ProofOutcome readFile(Host host) {
    return read(SiteProof.fileUrl("http", host).toString());
  }

  @Override
  public ProofOutcome readTxt(String name) {
    return read(dns(name));
  }

  @Override
  public ProofOutcome readMeta(Host host) {
    return read(SiteProof.pageUrl("http", host).toString());
  }

  private static String dns(String name) {
    return "dns:" + name + "?type=TXT";
  }

  private ProofOutcome read(String place) {
    asked.add(place);
    URI url = URI.create(place);
    return Optional.ofNullable(shown.get(place))
        .<ProofOutcome>map(content -> new ProofOutcome.Read(url, content))
        .orElseGet(() ->
            new ProofOutcome.Unreadable(List.of(new ProofOutcome.Attempt(url, "answered 404"))));
  }
}
