package io.trafficgen.application.port;

import java.net.URI;

/** What sites ask of robots (RFC 9309), for the product token {@code TrafficGenBot}. */
public interface Robots {
  /**
   * Whether the robots.txt of the page's origin allows us the page. Of an origin without one, all
   * pages; of one that cannot say, none. May fetch, and so block for seconds; an answer is good for
   * a day at most.
   *
   * @param page on a host that the account has verified
   */
  boolean allows(URI page);
}
