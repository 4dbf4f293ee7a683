package io.trafficgen.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A token bucket for each caller. In memory: behind several nodes each answers its own share.
 *
 * <p>A bucket that was left alone for a minute is full again and may be forgotten; only at {@link
 * #MOST_BUCKETS} do those go that were used least.
 */
public final class RateLimits {
  /** Some 20 MB at most. */
  private static final int MOST_BUCKETS = 100_000;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final RequestLimits limits;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  public RateLimits(RequestLimits limits, InstantSource clock) {
    this.limits = limits;
    this.time = new Ticks(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .ticker(time::currentTimeNanos)
            .executor(Runnable::run)
            .build();
  }

  /** What is limited; the names stand in answers. */
  public enum Limit {
    ACCOUNT,
    ADDRESS,
    SIGN_IN,
    SIGNATURE,
    PROOF;

    private final String wireName = '"' + name().toLowerCase(Locale.ROOT).replace('_', '-') + '"';

    private int of(RequestLimits limits) {
      return switch (this) {
        case ACCOUNT -> limits.caller();
        case ADDRESS -> limits.address();
        case SIGN_IN -> limits.signIn();
        case SIGNATURE -> limits.signature();
        case PROOF -> limits.proof();
      };
    }
  }

  /**
   * Counts one request.
   *
   * @param whose account or address
   */
  public Standing take(Limit limit, String whose) {
    int quota = limit.of(limits);
    Bucket bucket = buckets.get(limit + " " + whose, absent -> full(quota));
    return standing(limit, quota, bucket.tryConsumeAndReturnRemaining(1));
  }

  private Bucket full(int quota) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
        .withCustomTimePrecision(time)
        .build();
  }

  private static Standing standing(Limit limit, int quota, ConsumptionProbe probe) {
    long untilReset = seconds(probe.getNanosToWaitForReset());
    return new Standing(
        probe.isConsumed(),
        limit.wireName + ";q=" + quota + ";w=" + WINDOW.toSeconds(),
        limit.wireName + ";r=" + probe.getRemainingTokens() + ";t=" + untilReset,
        Duration.ofSeconds(seconds(probe.getNanosToWaitForRefill())));
  }

  private static long seconds(long nanos) {
    return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
  }

  /**
   * Where a caller stands, in the words of draft-ietf-httpapi-ratelimit-headers-10.
   *
   * @param policy value of {@code RateLimit-Policy}: quota and window in seconds
   * @param current value of {@code RateLimit}: what remains, and the seconds until all is back
   * @param retryAfter zero if admitted
   */
  public record Standing(boolean admitted, String policy, String current, Duration retryAfter) {}

  private record Ticks(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
