package io.trafficgen.application.site;

import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteProof;
import io.trafficgen.domain.site.SiteToken;
import java.util.List;

/** Makes each site's token from the server's key. */
public final class SiteTokens {
  private final byte[] key;

  public SiteTokens(byte[] key) {
    this.key = key.clone();
  }

  SiteProof proof(Site site) {
    return new SiteProof(site.host(), SiteToken.of(key, site.account().value(), site.host()));
  }

  SiteReport report(Site site) {
    return new SiteReport(site, proof(site), List.of());
  }
}
