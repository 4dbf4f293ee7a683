package io.trafficgen.application.port;

import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.DeviceProfile;
import io.trafficgen.domain.visit.VisitId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One page to load.
 *
 * @param visit sent as {@code X-TrafficGen-Visit} on every request
 * @param referer the page of the same visit that led here; for its first page one that the owner
 *     named, on a verified host
 * @param language value of Accept-Language
 * @param script whether scripts and style sheets run
 * @param cookies the jar as the previous page of the visit left it
 * @param exit every request of the page goes through it
 * @param hosts verified by the account: the top window goes nowhere else, redirects included; an
 *     attempt ends the load with {@code VERIFICATION} before anything is sent there
 * @param wishes what the owner wants of the load beside the page itself
 * @param deadline the load is ended, with whatever it started, when this much time has passed
 */
public record PageLoad(
    VisitId visit,
    URI url,
    Optional<URI> referer,
    DeviceProfile device,
    String language,
    boolean script,
    List<Cookie> cookies,
    Exit exit,
    Set<Host> hosts,
    PageWishes wishes,
    Duration deadline) {
  public PageLoad {
    cookies = List.copyOf(cookies);
    hosts = Set.copyOf(hosts);
  }
}
