package io.trafficgen.application.fake;

import io.trafficgen.application.port.ProofOutcome;
import io.trafficgen.application.port.SiteProofs;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.SiteProof;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Verification files as a test put them on hosts; every other host answers 404. */
public final class ScriptedSiteProofs implements SiteProofs {
  private final Map<Host, String> files = new ConcurrentHashMap<>();

  public void put(Host host, String content) {
    files.put(host, content);
  }

  @Override
  public ProofOutcome readFile(Host host) {
    return Optional.ofNullable(files.get(host))
        .<ProofOutcome>map(
            content -> new ProofOutcome.Read(SiteProof.fileUrl("http", host), content))
        .orElseGet(() ->
            new ProofOutcome.Unreadable(
                List.of(
                    new ProofOutcome.Attempt(SiteProof.fileUrl("http", host), "answered 404"))));
  }
}
