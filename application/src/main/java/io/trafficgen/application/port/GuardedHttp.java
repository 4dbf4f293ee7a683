package io.trafficgen.application.port;

import java.net.URI;
import java.time.Duration;

/** A small fetch of the server's own, under the egress policy, checked where it is dialled. */
public interface GuardedHttp {
  /**
   * Gets {@code url} with the bot's User-Agent; redirects are reported, never followed.
   *
   * <p>Answers an outcome and never throws for what the other side did.
   *
   * @param maxBytes of the body, after decompression; a longer one is {@code content}
   * @param deadline for the whole exchange, connecting included
   */
  FetchOutcome get(URI url, int maxBytes, Duration deadline);
}
