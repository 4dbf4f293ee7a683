package io.trafficgen.bootstrap;

import io.trafficgen.application.fake.ScriptedVisitDriver;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.persistence.PostgresDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A node as the product wires it, pacer and engine; only its visits load nothing and are written
 * down before anything else. Told by the environment, and by the system properties {@code
 * chaos.log}, {@code chaos.pages} and {@code chaos.lease} (milliseconds).
 */
final class ChaosNode {
  static final String READY = "node runs";

  private ChaosNode() {}

  public static void main(String... arguments) throws Exception {
    AppConfig config = AppConfig.of(System.getenv(), Path.of("unused"));
    DataFolder data = DataFolder.open(config.data());
    PostgresDatabase database =
        PostgresDatabase.open(config.databaseUrl().orElseThrow(), "", "", 4);
    VisitDriver driver = new WritingDriver(Path.of(System.getProperty("chaos.log")));
    Duration lease = Duration.ofMillis(Long.getLong("chaos.lease"));
    Wiring wiring = new Wiring(config, data, database, lease, real -> driver);
    Schedules schedules = new Schedules();
    Node.visits(wiring, schedules);
    schedules.begin();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(wiring, schedules), "drain"));
    System.out.println(READY);
    new CountDownLatch(1).await();
  }

  private static void drain(Wiring wiring, Schedules schedules) {
    schedules.close();
    Node.drain(wiring);
  }

  /** Writes each visit's id on a line of its own, then says that its page is there. */
  private static final class WritingDriver implements VisitDriver {
    private final ScriptedVisitDriver script = new ScriptedVisitDriver();
    private final FileChannel log;

    WritingDriver(Path log) throws IOException {
      this.log =
          FileChannel.open(
              log, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
      for (String page : System.getProperty("chaos.pages").split(",", -1)) {
        script.put(URI.create(page), 200, List.of());
      }
    }

    @Override
    public LoadOutcome load(PageLoad load) {
      try {
        log.write(ByteBuffer.wrap((load.visit() + "\n").getBytes(StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return load.visit().seed() % 10 == 0
          ? new LoadOutcome.NotLoaded(FailureReason.TIMEOUT, "one in ten", Duration.ZERO)
          : script.load(load);
    }
  }
}
