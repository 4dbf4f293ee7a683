package io.trafficgen.engine;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.trafficgen.application.port.FetchOutcome;
import io.trafficgen.application.port.FetchOutcome.Fetched;
import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.application.port.Robots;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** {@link Robots} over {@link GuardedHttp}; each origin's file is fetched once and remembered. */
public final class HttpRobots implements Robots {
  private static final Set<String> PRODUCT_TOKEN = Set.of("trafficgenbot");

  /** RFC 9309, 2.5, has 500 kibibytes parsed at least. */
  private static final int MAX_BYTES = 1_000_000;

  /** RFC 9309, 2.4. */
  private static final Duration GOOD_FOR = Duration.ofDays(1);

  private static final Duration UNREACHABLE_FOR = Duration.ofMinutes(5);
  private static final int MOST_ORIGINS = 10_000;

  private final SameHostGet http;
  private final InstantSource clock;
  private final Map<String, FutureTask<Known>> origins = new ConcurrentHashMap<>();

  private record Known(SimpleRobotRules rules, Instant until) {}

  public HttpRobots(GuardedHttp http, InstantSource clock) {
    this.http = new SameHostGet(http);
    this.clock = clock;
  }

  @Override
  public boolean allows(URI page) {
    return rules(page).isAllowed(page.toString());
  }

  /** Sitemaps that the origin of {@code page} names in its file. */
  List<String> sitemaps(URI page) {
    return rules(page).getSitemaps();
  }

  private SimpleRobotRules rules(URI page) {
    String origin = origin(page);
    while (true) {
      if (origins.size() > MOST_ORIGINS) {
        origins.clear();
      }
      FutureTask<Known> fresh = new FutureTask<>(() -> fetch(origin));
      FutureTask<Known> task = origins.computeIfAbsent(origin, key -> fresh);
      // By the first who asks; the others wait for him.
      task.run();
      try {
        Known known = task.get();
        if (clock.instant().isBefore(known.until())) {
          return known.rules();
        }
      } catch (ExecutionException e) {
        origins.remove(origin, task);
        return new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
      }
      origins.remove(origin, task);
    }
  }

  /** RFC 9309, 2.3.1: a file that is not there allows all, one that cannot be had nothing. */
  private Known fetch(String origin) {
    String url = origin + "/robots.txt";
    FetchOutcome outcome = http.get(URI.create(url), MAX_BYTES, redirect -> true);
    Instant now = clock.instant();
    if (outcome instanceof Fetched fetched && fetched.status() / 100 == 2) {
      byte[] text = fetched.text().getBytes(StandardCharsets.UTF_8);
      return new Known(
          new SimpleRobotRulesParser().parseContent(url, text, "text/plain", PRODUCT_TOKEN),
          now.plus(GOOD_FOR));
    }
    return outcome instanceof Fetched fetched && fetched.status() / 100 == 4
        ? new Known(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), now.plus(GOOD_FOR))
        : new Known(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), now.plus(UNREACHABLE_FOR));
  }

  private static String origin(URI page) {
    String port = page.getPort() < 0 ? "" : ":" + page.getPort();
    return (page.getScheme() + "://" + page.getHost() + port).toLowerCase(Locale.ROOT);
  }
}
