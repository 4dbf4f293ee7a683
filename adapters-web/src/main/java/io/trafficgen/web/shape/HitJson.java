package io.trafficgen.web.shape;

import io.trafficgen.domain.visit.Hit;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One page loaded, in the stream and in the list (product page, 1.5). */
public record HitJson(
    String type,
    UUID projectId,
    String url,
    Optional<String> country,
    Optional<String> ip,
    UUID id,
    Instant ts,
    UUID visitId,
    int page,
    String device,
    String browser,
    int status,
    long durationMs,
    long bytes,
    int blockedRequests) {
  public static HitJson of(Hit hit) {
    return new HitJson(
        "hit",
        hit.project().value(),
        hit.url().toString(),
        hit.country(),
        hit.ip(),
        hit.id(),
        hit.at(),
        hit.visit().value(),
        hit.page(),
        hit.device().name().toLowerCase(Locale.ROOT),
        hit.browser().name().toLowerCase(Locale.ROOT),
        hit.status(),
        hit.duration().toMillis(),
        hit.bytes(),
        hit.blockedRequests());
  }
}
