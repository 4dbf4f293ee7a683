package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.benchmark.PaymentBenchmark.Credits;
import io.trafficgen.bootstrap.benchmark.PaymentBenchmark.Scenario;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The product under load: clients that each send a payment as soon as the last one is answered. */
final class PaymentDeliveries {
  private static final BigDecimal AMOUNT = new BigDecimal("1.00");
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

  private final URI server;
  private final BenchmarkDatabase database;
  private int runs;

  PaymentDeliveries(URI server, BenchmarkDatabase database) {
    this.server = server;
    this.database = database;
  }

  /** Sends for this long, then waits until the last payment is on its balance. */
  Credits run(Scenario scenario, int clients, Duration length) throws Exception {
    List<UUID> accounts = database.accounts(scenario);
    String run = "run" + ++runs;
    try (Connection connection = database.connect();
        ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      BigDecimal before = BenchmarkDatabase.balances(connection, scenario);
      long start = System.nanoTime();
      List<Future<Long>> sent = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        String client = run + "-" + i;
        sent.add(threads.submit(() -> send(client, accounts, start + length.toNanos())));
      }
      long count = 0;
      for (Future<Long> client : sent) {
        count += client.get();
      }
      long patience = System.nanoTime() + PATIENCE;
      while (BenchmarkDatabase.owesEvents(connection)) {
        if (System.nanoTime() > patience) {
          throw new IOException("not all of " + count + " payments are booked");
        }
        LockSupport.parkNanos(LOOK);
      }
      BigDecimal wanted = before.add(AMOUNT.multiply(BigDecimal.valueOf(count)));
      BigDecimal found = BenchmarkDatabase.balances(connection, scenario);
      if (found.compareTo(wanted) != 0) {
        throw new IOException(count + " payments sent, but " + found + " is not " + wanted);
      }
      return new Credits(count, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private long send(String client, List<UUID> accounts, long end) throws IOException {
    SplittableRandom random = new SplittableRandom(client.hashCode());
    long count = 0;
    try (WebhookConnection connection = new WebhookConnection(server)) {
      while (System.nanoTime() < end) {
        String id = client + "-" + ++count;
        connection.deliver(
            id,
            """
            {"type":"payment.completed","data":{"payment_id":"%s","amount":"%s","currency":"EUR",\
            "metadata":{"user_id":"%s"}}}\
            """
                .formatted(id, AMOUNT, accounts.get(random.nextInt(accounts.size()))));
      }
    }
    return count;
  }
}
