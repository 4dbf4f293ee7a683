package io.trafficgen.bootstrap;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.persistence.DatabaseAddress;
import io.trafficgen.persistence.PostgresDatabase;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the program; what it starts is chosen by the first argument. */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int REFUSED = 2;
  private static final int POOL_SIZE = 8;
  private static final Duration WATCH_BEAT = Duration.ofSeconds(2);

  private Main() {}

  /** {@code serve}, or {@code demo} with an example site, account and project. */
  public static void main(String... arguments) {
    String command = arguments.length == 1 ? arguments[0] : "";
    try {
      switch (command) {
        case "serve" -> {
          AppConfig config = AppConfig.of(System.getenv(), home().resolve("trafficgen"));
          serve(config, DataFolder.open(config.data()));
        }
        case "demo" -> Demo.start(System.getenv(), home().resolve("trafficgen-demo"));
        default -> refuse("usage: java -jar trafficgen.jar serve|demo");
      }
    } catch (InvalidValueException e) {
      e.problems().forEach(problem -> System.err.println(line(problem)));
      System.exit(REFUSED);
    } catch (StartRefusedException e) {
      refuse(String.valueOf(e.getMessage()));
    }
  }

  /** Starts a node and leaves it running until the process is told to end. */
  static void serve(AppConfig config, DataFolder data) {
    AppConfig.unknown(System.getenv())
        .forEach(name -> LOG.warn("{} means nothing to this version", name));
    Deque<AutoCloseable> running = new ArrayDeque<>();
    try {
      Node node = start(config, data, running);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(running), "drain"));
      System.out.println("TrafficGen answers at " + config.baseUrl());
      node.adminSecret()
          .ifPresent(secret ->
              System.out.println(
                  "One-use admin secret (POST /api/users/me/claim-admin): " + secret));
    } catch (UncheckedIOException e) {
      close(running);
      String reason = Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse("");
      throw new StartRefusedException(reason, e);
    } catch (RuntimeException e) {
      close(running);
      throw e;
    }
  }

  /**
   * @param running gets what has to be closed, the last one first
   */
  private static Node start(AppConfig config, DataFolder data, Deque<AutoCloseable> running) {
    PostgresDatabase database;
    if (config.databaseUrl().isPresent()) {
      database = PostgresDatabase.at(DatabaseAddress.parse(config.databaseUrl().get()), POOL_SIZE);
    } else {
      EmbeddedPostgres embedded = EmbeddedPostgres.start(data.path());
      running.push(embedded);
      Schedules watch = new Schedules();
      watch.every("database server", WATCH_BEAT, embedded::revive);
      watch.begin();
      running.push(watch);
      database = PostgresDatabase.at(embedded.address(), POOL_SIZE);
    }
    running.push(database);
    Node node = Node.start(config, data, database);
    running.push(node);
    return node;
  }

  private static void drain(Deque<AutoCloseable> running) {
    close(running);
    // A hook cannot choose the exit code; without this a drained TERM would say 143.
    Runtime.getRuntime().halt(0);
  }

  private static void close(Deque<AutoCloseable> running) {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        LOG.warn("not closed in order: {}", e.toString());
      }
    }
  }

  private static Path home() {
    return Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
        .filter(path -> !path.isBlank())
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".local", "share"));
  }

  private static String line(Problem problem) {
    return problem.pointer() + " " + problem.reason() + ", for example " + problem.example();
  }

  private static void refuse(String line) {
    System.err.println(line);
    System.exit(REFUSED);
  }
}
