package io.trafficgen.bootstrap;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.persistence.PostgresDatabase;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the program; what it starts is chosen by the first argument. */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int REFUSED = 2;
  private static final int POOL_SIZE = 8;

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
    Optional<EmbeddedPostgres> embedded =
        config.databaseUrl().isEmpty()
            ? Optional.of(EmbeddedPostgres.start(data.path()))
            : Optional.empty();
    PostgresDatabase database =
        embedded
            .map(server -> PostgresDatabase.open(server.address(), POOL_SIZE))
            .orElseGet(
                () -> PostgresDatabase.open(config.databaseUrl().orElseThrow(), "", "", POOL_SIZE));
    Node node = Node.start(config, data, database);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  node.close();
                  database.close();
                  embedded.ifPresent(EmbeddedPostgres::close);
                  // A hook cannot choose the exit code; without this a drained TERM would say 143.
                  Runtime.getRuntime().halt(0);
                },
                "drain"));
    System.out.println("TrafficGen answers at " + config.baseUrl());
    node.adminSecret()
        .ifPresent(secret ->
            System.out.println("One-use admin secret (POST /api/users/me/claim-admin): " + secret));
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
