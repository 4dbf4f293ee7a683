package io.trafficgen.application.port;

import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.settings.ThirdPartyBlock;
import java.util.Optional;

/**
 * What the owner wants of a load beside the page itself.
 *
 * @param blocked foreign requests that are not made
 * @param mustContain text that the page is to be searched for; empty for none
 * @param cache whose HTTP cache to load through; empty for none
 */
public record PageWishes(
    ThirdPartyBlock blocked, Optional<String> mustContain, Optional<ProjectId> cache) {
  /** As where the owner says nothing. */
  public static PageWishes standard() {
    return new PageWishes(ThirdPartyBlock.ADS_PLUS_ANALYTICS, Optional.empty(), Optional.empty());
  }
}
