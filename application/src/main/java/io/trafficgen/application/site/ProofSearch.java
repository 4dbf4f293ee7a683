package io.trafficgen.application.site;

import io.trafficgen.application.port.ProofOutcome;
import io.trafficgen.application.port.PublicSuffixes;
import io.trafficgen.application.port.SiteProofs;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.site.ProofMethod;
import io.trafficgen.domain.site.ProofNames;
import io.trafficgen.domain.site.SiteTerms;
import io.trafficgen.domain.site.SiteToken;
import io.trafficgen.domain.site.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for a token where a host may show it. */
public final class ProofSearch {
  private final SiteProofs proofs;
  private final PublicSuffixes suffixes;

  public ProofSearch(SiteProofs proofs, PublicSuffixes suffixes) {
    this.proofs = proofs;
    this.suffixes = suffixes;
  }

  /**
   * What was found.
   *
   * @param problems what each attempt met, in their order; empty if the proof was found
   */
  record Finding(Optional<Verification> verification, List<String> problems) {}

  /** Tries all ways in their order; the first that succeeds ends the search. */
  Finding anywhere(Host host, SiteToken token) {
    return search(host, token, List.of(ProofMethod.values()));
  }

  /** Tries the way that succeeded before, and no other. */
  Finding again(Host host, SiteToken token, ProofMethod method) {
    return search(host, token, List.of(method));
  }

  private Finding search(Host host, SiteToken token, List<ProofMethod> methods) {
    List<String> problems = new ArrayList<>();
    for (ProofMethod method : methods) {
      Optional<Verification> found =
          switch (method) {
            case FILE ->
                text(proofs.readFile(host), token, "has no line with this site's token", problems)
                    .map(file -> new Verification(method, SiteTerms.parse(file)));
            case DNS -> dns(host, token, problems);
            case META ->
                text(proofs.readMeta(host), token, "has no tag with this site's token", problems)
                    .map(tags -> new Verification(method, SiteTerms.none()));
          };
      if (found.isPresent()) {
        return new Finding(found, List.of());
      }
    }
    return new Finding(Optional.empty(), problems);
  }

  private Optional<Verification> dns(Host host, SiteToken token, List<String> problems) {
    for (String name : ProofNames.of(host, suffixes::registered)) {
      Optional<String> records =
          text(proofs.readTxt(name), token, "has no record with this site's token", problems);
      if (records.isPresent()) {
        return Optional.of(new Verification(ProofMethod.DNS, SiteTerms.none()));
      }
    }
    return Optional.empty();
  }

  /** The text in which the token stands. */
  private static Optional<String> text(
      ProofOutcome outcome, SiteToken token, String lacking, List<String> problems) {
    switch (outcome) {
      case ProofOutcome.Read read when token.standsIn(read.text()) -> {
        return Optional.of(read.text());
      }
      case ProofOutcome.Read read -> problems.add(read.url() + " " + lacking);
      case ProofOutcome.Unreadable unreadable ->
          unreadable
              .attempts()
              .forEach(attempt -> problems.add(attempt.url() + " " + attempt.problem()));
    }
    return Optional.empty();
  }
}
