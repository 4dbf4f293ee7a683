package io.trafficgen.application.account;

import io.trafficgen.application.TooManyAttemptsException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts attempts by name within a window that begins with the first of them. It lives in memory
 * and knows the last 10,000 names; a restart forgets them.
 */
final class AttemptLimit {
  private static final int NAMES = 10_000;

  private final int attempts;
  private final Duration window;
  private final InstantSource clock;
  private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true);

  private record Window(Instant end, int taken) {}

  private AttemptLimit(int attempts, Duration window, InstantSource clock) {
    this.attempts = attempts;
    this.window = window;
    this.clock = clock;
  }

  /** Wrong passwords: ten a quarter of an hour. */
  static AttemptLimit ofPasswords(InstantSource clock) {
    return new AttemptLimit(10, Duration.ofMinutes(15), clock);
  }

  /** Wrong one-time codes: five a quarter of an hour, so that a month of guessing finds few. */
  static AttemptLimit ofCodes(InstantSource clock) {
    return new AttemptLimit(5, Duration.ofMinutes(15), clock);
  }

  /** Mails to one address: five an hour. */
  static AttemptLimit ofMails(InstantSource clock) {
    return new AttemptLimit(5, Duration.ofHours(1), clock);
  }

  /**
   * Takes an attempt before its outcome is known, so that many at once are counted too.
   *
   * @param name in any case, of any length
   * @throws TooManyAttemptsException if there is none left; it says until when
   */
  synchronized void take(String name) {
    String key = key(name);
    Instant now = clock.instant();
    Window open = windows.get(key);
    if (open == null || !open.end().isAfter(now)) {
      open = new Window(now.plus(window), 0);
    }
    if (open.taken() >= attempts) {
      throw new TooManyAttemptsException(
          "too many attempts: wait before the next one", Duration.between(now, open.end()));
    }
    windows.put(key, new Window(open.end(), open.taken() + 1));
    forgetOldest();
  }

  /** Gives an attempt back that was not made in the end. */
  synchronized void giveBack(String name) {
    windows.computeIfPresent(
        key(name), (key, open) -> new Window(open.end(), Math.max(0, open.taken() - 1)));
  }

  /** Forgets the wrong attempts before a right one. */
  synchronized void clear(String name) {
    windows.remove(key(name));
  }

  private void forgetOldest() {
    if (windows.size() > NAMES) {
      Iterator<String> eldest = windows.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  /** Strangers choose names: a hash keeps each small. */
  private static String key(String name) {
    return OpaqueTokens.sha256(name.strip().toLowerCase(Locale.ROOT));
  }
}
