package io.trafficgen.application.port;

import java.net.URI;
import java.time.Duration;

/** A small fetch of the server's own, under the egress policy, checked where it is dialled. */
public interface GuardedHttp {
  /**
   * Makes a call with the bot's User-Agent; redirects are reported, never followed, so that no
   * header reaches another server.
   *
   * <p>Answers an outcome and never throws for what the other side did.
   *
   * @param maxBytes of the body, after decompression; a longer one is {@code content}
   * @param deadline for the whole exchange, connecting included
   */
  FetchOutcome send(HttpCall call, int maxBytes, Duration deadline);

  /** Gets {@code url} as {@link #send} does. */
  default FetchOutcome get(URI url, int maxBytes, Duration deadline) {
    return send(HttpCall.get(url), maxBytes, deadline);
  }
}
