package io.trafficgen.web.shape;

import io.trafficgen.application.site.SiteReport;
import io.trafficgen.domain.site.OpeningHours;
import io.trafficgen.domain.site.Site;
import io.trafficgen.domain.site.SiteProof;
import io.trafficgen.domain.site.SiteTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A site, and how to prove control of it.
 *
 * @param status {@code verified} or {@code pending}
 * @param problems why the check just made found no proof
 * @param terms what the site's file allows; empty unless it is verified
 */
public record SiteJson(
    UUID id,
    String host,
    String status,
    String token,
    Proofs proofs,
    List<String> problems,
    Optional<String> method,
    Optional<Terms> terms,
    Optional<Instant> checkedAt,
    Instant createdAt) {
  public static SiteJson of(SiteReport report) {
    Site site = report.site();
    return new SiteJson(
        site.id().value(),
        site.host().toString(),
        site.isVerified() ? "verified" : "pending",
        report.proof().token().text(),
        Proofs.of(report.proof()),
        report.problems(),
        site.verification().map(verification -> verification.method().wireName()),
        site.verification().map(verification -> Terms.of(verification.terms())),
        site.checkedAt(),
        site.createdAt());
  }

  /**
   * Limits that the site sets for us.
   *
   * @param hours spans of the day in which pages are visited; none is always
   * @param paths below which pages are visited; none is everywhere
   */
  public record Terms(
      Optional<Integer> maxPerMinute,
      List<String> hours,
      List<String> paths,
      Optional<String> contact,
      Optional<Instant> until) {
    static Terms of(SiteTerms terms) {
      return new Terms(
          terms.maxPerMinute().stream().boxed().findFirst(),
          terms.hours().stream().map(OpeningHours::toString).toList(),
          terms.paths(),
          terms.contact(),
          terms.until());
    }
  }

  /** Any one of them is enough. */
  public record Proofs(FileProof file, MetaProof meta, DnsProof dns) {
    static Proofs of(SiteProof proof) {
      String token = proof.token().text();
      String scheme = proof.host().port().isPresent() ? "http" : "https";
      return new Proofs(
          new FileProof(SiteProof.fileUrl(scheme, proof.host()).toString(), token),
          new MetaProof(proof.metaHtml()),
          new DnsProof(proof.dnsName(), token));
    }
  }

  /** A file with this content at this address. */
  public record FileProof(String url, String content) {}

  /** A tag in the head of the start page. */
  public record MetaProof(String html) {}

  /** A TXT record. */
  public record DnsProof(String name, String value) {}
}
