package io.trafficgen.domain.site;

import java.net.URI;

/** Where a host shows its token, in each way that counts (product page, 1.4). */
public record SiteProof(Host host, SiteToken token) {
  /** Path of the file whose content proves control. */
  public static final String FILE_PATH = "/.well-known/trafficgen-verification.txt";

  /** Where {@code host} keeps its file. */
  public static URI fileUrl(String scheme, Host host) {
    return URI.create(scheme + "://" + host + FILE_PATH);
  }

  public String dnsName() {
    return "_trafficgen." + host.name();
  }

  public String metaHtml() {
    return "<meta name=\"trafficgen-verification\" content=\"" + token + "\">";
  }
}
