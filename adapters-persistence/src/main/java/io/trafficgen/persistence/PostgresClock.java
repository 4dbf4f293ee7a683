package io.trafficgen.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The database's time, so that all nodes on one database agree whatever their own clocks say. It is
 * read now and then; in between it runs on with the local one.
 */
public final class PostgresClock implements InstantSource {
  private final PostgresDatabase database;
  private final InstantSource local;

  /** Empty until the first look. */
  private volatile Optional<Duration> ahead = Optional.empty();

  /**
   * The time is read when somebody asks for it.
   *
   * @param local runs evenly; where it stands does not matter
   */
  public PostgresClock(PostgresDatabase database, InstantSource local) {
    this.database = database;
    this.local = local;
  }

  /** Reads the time anew. */
  public void read() {
    ahead = Optional.of(measure());
  }

  @Override
  public Instant instant() {
    if (ahead.isEmpty()) {
      read();
    }
    return local.instant().plus(ahead.orElseThrow());
  }

  private Duration measure() {
    Instant before = local.instant();
    Instant there =
        database.read(
            handle -> handle.createQuery("select clock_timestamp()").mapTo(Instant.class).one());
    Duration trip = Duration.between(before, local.instant());
    return Duration.between(before.plus(trip.dividedBy(2)), there);
  }
}
