package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.journey.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Quotes over HTTP, asked by visitors from everywhere, beside Node's own HTTP server and Fastify,
 * which answer the same (performance page, C).
 */
public final class QuoteBenchmark {
  private static final int REPETITIONS = 3;
  private static final int CONNECTIONS = 8;

  /** Runs' lengths until the compilers rest. */
  private static final int WARM_UP = 12;

  private final AtomicLong asked = new AtomicLong();

  private QuoteBenchmark() {}

  /**
   * @param arguments seconds of one run
   */
  public static void main(String... arguments) throws Exception {
    Duration length = Duration.ofSeconds(Long.parseLong(arguments[0]));
    try (BenchmarkFolder data = BenchmarkFolder.make()) {
      List<QuotePeer> peers = new ArrayList<>();
      // As behind a proxy: no address asks more than it may.
      Map<String, String> settings = Map.of("TRAFFICGEN_TRUSTED_PROXIES", "127.0.0.1/32");
      try (ServerProcess server = ServerProcess.start(data.path().resolve("server"), settings)) {
        peers.add(QuotePeer.node(data.path()));
        QuotePeer.fastify(data.path()).ifPresent(peers::add);
        new QuoteBenchmark().run(server, peers, length);
      } finally {
        peers.forEach(QuotePeer::close);
      }
    }
  }

  private void run(ServerProcess server, List<QuotePeer> peers, Duration length) throws Exception {
    quotes(server.address(), length.multipliedBy(WARM_UP));
    for (QuotePeer peer : peers) {
      quotes(peer.address(), length);
    }
    List<Double> ours = new ArrayList<>();
    Map<String, List<Double>> theirs = new LinkedHashMap<>();
    System.out.printf("%-12s | %10s %16s%n", "", "quotes/s", "quotes/CPU s");
    for (int i = 0; i < REPETITIONS; i++) {
      ours.add(measured("TrafficGen", server.address(), server.handle(), length));
      for (QuotePeer peer : peers) {
        double figure = measured(peer.name(), peer.address(), peer.process().toHandle(), length);
        theirs.computeIfAbsent(peer.name(), first -> new ArrayList<>()).add(figure);
      }
    }
    theirs.forEach((name, figures) ->
        System.out.printf(
            Locale.ROOT,
            "quotes for a second of processor, to %s: %.2f%n",
            name,
            Medians.of(ours, Double::doubleValue) / Medians.of(figures, Double::doubleValue)));
  }

  private double measured(String name, URI server, ProcessHandle process, Duration length)
      throws Exception {
    CpuClock cpu = new CpuClock(process);
    Duration before = cpu.used();
    long start = System.nanoTime();
    long count = quotes(server, length);
    double seconds = (System.nanoTime() - start) / 1e9;
    double used = cpu.used().minus(before).toNanos() / 1e9;
    System.out.printf(Locale.ROOT, "%-12s | %10.0f %16.0f%n", name, count / seconds, count / used);
    return count / used;
  }

  private long quotes(URI server, Duration length) throws Exception {
    long end = System.nanoTime() + length.toNanos();
    long before = asked.get();
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        all.add(
            threads.submit(() -> {
              ask(server, end);
              return null;
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    return asked.get() - before;
  }

  private void ask(URI server, long end) throws IOException {
    try (KeptConnection connection = new KeptConnection(server)) {
      while (System.nanoTime() < end) {
        long number = asked.incrementAndGet();
        connection.exchange(
            "GET /api/billing/quote?amount=%d HTTP/1.1\r\nHost: %s\r\nX-Forwarded-For: %s%s"
                .formatted(
                    1 + number % 5_000,
                    server.getAuthority(),
                    address(number),
                    KeptConnection.END));
      }
    }
  }

  /** One of a million, so that none comes again soon. */
  private static String address(long number) {
    return "11.%d.%d.%d".formatted(number >> 16 & 15, number >> 8 & 255, number & 255);
  }
}
