package io.trafficgen.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;

/** What a failed statement means (PostgreSQL manual, appendix A). */
final class DatabaseFailures {
  private static final String SERIALIZATION_FAILURE = "40001";
  private static final String DEADLOCK_DETECTED = "40P01";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String FOREIGN_KEY_VIOLATION = "23503";
  private static final String CHECK_VIOLATION = "23514";
  private static final String NOT_NULL_VIOLATION = "23502";
  private static final String DATA_EXCEPTION_CLASS = "22";
  private static final String CONNECTION_EXCEPTION_CLASS = "08";

  /**
   * admin_shutdown, crash_shutdown, cannot_connect_now, too_many_connections, and query_canceled:
   * it took too long.
   */
  private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300", "57014");

  private DatabaseFailures() {}

  /** Whether the same transaction may succeed if it is run again. */
  static boolean lostARace(JdbiException failure) {
    String state = state(failure);
    return state.equals(SERIALIZATION_FAILURE) || state.equals(DEADLOCK_DETECTED);
  }

  /** Whether a unique value was there already. */
  static boolean foundDuplicate(JdbiException failure) {
    return state(failure).equals(UNIQUE_VIOLATION);
  }

  /** Whether a row was there already, or what it belongs to is not. */
  static boolean foundUnfit(JdbiException failure) {
    return foundDuplicate(failure) || state(failure).equals(FOREIGN_KEY_VIOLATION);
  }

  /** Whether a value is none that a column takes, however often it is tried. */
  static boolean refusesValue(JdbiException failure) {
    String state = state(failure);
    return state.startsWith(DATA_EXCEPTION_CLASS)
        || state.equals(CHECK_VIOLATION)
        || state.equals(NOT_NULL_VIOLATION);
  }

  /** The exception for the caller: an {@link UncheckedIOException} if the database is away. */
  static RuntimeException translated(JdbiException failure) {
    String state = state(failure);
    boolean away =
        failure instanceof ConnectionException
            || state.startsWith(CONNECTION_EXCEPTION_CLASS)
            || AWAY.contains(state);
    return away
        ? new UncheckedIOException(new IOException("the database is away", failure))
        : failure;
  }

  private static String state(JdbiException failure) {
    return sqlCause(failure).map(SQLException::getSQLState).orElse("");
  }

  private static Optional<SQLException> sqlCause(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst();
  }
}
