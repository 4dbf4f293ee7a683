import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.forever;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.gatling.app.Gatling;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongUnaryOperator;
import org.slf4j.LoggerFactory;

/**
 * One virtual user asks for a page and then, as a browser would, for its files on several
 * connections at once, again and again while it is told to. All is as Gatling comes, except that
 * nothing is written to files and nobody else is called.
 */
public final class GatlingSimulation extends Simulation {
  private static final Duration REST = Duration.ofMillis(50);
  private static final BlockingQueue<Long> ENDED = new ArrayBlockingQueue<>(1);

  private static volatile List<URI> urls = List.of();
  private static volatile boolean working;
  private static volatile long end;
  private static volatile long made;

  {
    HttpRequestActionBuilder[] files =
        urls.stream().skip(1).map(GatlingSimulation::get).toArray(HttpRequestActionBuilder[]::new);
    ChainBuilder visit = exec(get(urls.get(0)).resources(files)).exec(GatlingSimulation::count);
    ChainBuilder visits =
        forever().on(doIfOrElse(session -> working).then(visit).orElse(pause(REST)));
    setUp(scenario("visits").exec(visits).injectOpen(atOnceUsers(1)))
        .protocols(http.disableWarmUp());
  }

  /**
   * Starts Gatling.
   *
   * @param files the page first
   * @return makes visits for so many milliseconds, and answers how many
   */
  public static LongUnaryOperator start(List<URI> files) {
    urls = files;
    System.setProperty("gatling.data.enableAnalytics", "false");
    System.setProperty("gatling.data.writers.0", "console");
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    String[] arguments = {"--simulation", GatlingSimulation.class.getName(), "--no-reports"};
    Thread.ofPlatform().daemon().start(() -> Gatling.main(arguments));
    return GatlingSimulation::make;
  }

  private static long make(long millis) {
    made = 0;
    end = System.nanoTime() + millis * 1_000_000;
    working = true;
    try {
      return ENDED.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequestActionBuilder get(URI file) {
    return http(file.getPath()).get(file.toString());
  }

  private static Session count(Session session) {
    made++;
    if (System.nanoTime() >= end) {
      working = false;
      ENDED.add(made);
    }
    return session;
  }
}
