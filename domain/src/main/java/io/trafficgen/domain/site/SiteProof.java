package io.trafficgen.domain.site;

import java.net.URI;

/** Where a host shows its token, in each way that counts (product page, 1.4). */
public record SiteProof(Host host, SiteToken token) {
  /** Path of the file whose content proves control. */
  public static final String FILE_PATH = "/.well-known/trafficgen-verification.txt";

  /** Name of the tag in the head of the start page. */
  public static final String META_NAME = "trafficgen-verification";

  /** Where {@code host} keeps its file. */
  public static URI fileUrl(String scheme, Host host) {
    return URI.create(scheme + "://" + host + FILE_PATH);
  }

  /** Where {@code host} keeps its start page. */
  public static URI pageUrl(String scheme, Host host) {
    return URI.create(scheme + "://" + host + "/");
  }

  public String dnsName() {
    return ProofNames.of(host.name());
  }

  public String metaHtml() {
    return "<meta name=\"" + META_NAME + "\" content=\"" + token + "\">";
  }
}
