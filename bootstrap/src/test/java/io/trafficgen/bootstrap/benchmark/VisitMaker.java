package io.trafficgen.bootstrap.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Main of a process that makes visits of one kind and nothing else, so that its processor time is
 * that of the visits: each line of its input says for how many milliseconds, and it answers how
 * many visits that were.
 */
final class VisitMaker {
  /** Who visits. */
  enum Kind {
    TRAFFICGEN,
    TRAFFICGEN_MINIMIZE_CPU,
    STOCK_HTMLUNIT,
    CHROMIUM,
    FETCH,
    GATLING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Makes visits until it is ended. */
  interface Visits extends AutoCloseable {
    /** Visits for about {@code time} and answers how many visits have ended. */
    long make(Duration time) throws Exception;

    @Override
    void close() throws IOException;
  }

  /** One visit after the other. */
  interface OneByOne extends Visits {
    void visit() throws Exception;

    @Override
    default long make(Duration time) throws Exception {
      long end = System.nanoTime() + time.toNanos();
      long made = 0;
      while (System.nanoTime() < end) {
        visit();
        made++;
      }
      return made;
    }
  }

  private VisitMaker() {}

  /**
   * @param arguments kind, then the addresses of the site's files, its page first
   */
  public static void main(String... arguments) throws Exception {
    List<URI> urls = Stream.of(arguments).skip(1).map(URI::create).toList();
    try (Visits visits = visits(Kind.valueOf(arguments[0]), urls);
        BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        System.out.println(visits.make(Duration.ofMillis(Long.parseLong(line))));
      }
    } catch (Exception e) {
      System.err.println("the visits ended: " + e);
    }
    // whatever threads a visitor has left
    Runtime.getRuntime().halt(0);
  }

  private static Visits visits(Kind kind, List<URI> urls) throws Exception {
    return switch (kind) {
      case TRAFFICGEN -> new EngineVisits(urls.getFirst(), true);
      case TRAFFICGEN_MINIMIZE_CPU -> new EngineVisits(urls.getFirst(), false);
      case STOCK_HTMLUNIT -> new StockVisits(urls.getFirst());
      case CHROMIUM -> new ChromiumVisits(urls.getFirst());
      case FETCH -> new FetchVisits(urls);
      case GATLING -> GatlingVisits.of(GatlingVisits.classPath().orElseThrow(), urls);
    };
  }
}
