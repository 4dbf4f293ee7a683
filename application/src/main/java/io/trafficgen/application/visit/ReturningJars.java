package io.trafficgen.application.visit;

import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.CookieJars;
import io.trafficgen.application.port.KeptJar;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The jars that visits come back with. A cookie without an expiry lives as long as its jar: a
 * visitor's browser that was left open.
 */
final class ReturningJars {
  private static final Duration KEPT = Duration.ofDays(30);

  /** Beyond this a jar is not worth its place. */
  private static final int MOST_TEXT = 32_000;

  private final CookieJars jars;
  private final Outbox outbox;
  private final InstantSource clock;

  ReturningJars(CookieJars jars, Outbox outbox, InstantSource clock) {
    this.jars = jars;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Cookies of an earlier visit of the project; none if none were kept, or cannot be read. */
  List<Cookie> take(ProjectId project, VisitId visit) {
    Instant now = clock.instant();
    double choice = new SplittableRandom(~visit.seed()).nextDouble();
    try {
      return jars.find(project, choice, now.minus(KEPT))
          .or(() -> outbox.waitingJar(project))
          .map(jar -> jar.cookies().stream().filter(cookie -> lives(cookie, now)).toList())
          .orElse(List.of());
    } catch (RuntimeException unreadable) {
      return List.of();
    }
  }

  /** The jar that a completed visit leaves; empty if there is nothing worth keeping. */
  Optional<KeptJar> left(ProjectId project, VisitId visit, List<Cookie> cookies) {
    Instant now = clock.instant();
    List<Cookie> living =
        cookies.stream()
            .filter(cookie -> lives(cookie, now) && isPlain(cookie))
            .map(cookie -> cookie.atMostUntil(now.plus(KEPT)))
            .toList();
    int text = living.stream().mapToInt(one -> one.name().length() + one.value().length()).sum();
    return living.isEmpty() || text > MOST_TEXT
        ? Optional.empty()
        : Optional.of(new KeptJar(project, visit, now, living));
  }

  private static boolean isPlain(Cookie cookie) {
    return (cookie.name() + cookie.value() + cookie.domain() + cookie.path()).indexOf('\0') < 0;
  }

  private static boolean lives(Cookie cookie, Instant now) {
    return cookie.expires().filter(end -> !now.isBefore(end)).isEmpty();
  }
}
