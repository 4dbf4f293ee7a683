package io.trafficgen.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in the binary form of COPY (PostgreSQL manual, COPY, "Binary Format"). */
final class CopyRows {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };

  private static final int FIRST_BYTES = 64 * 1024;
  private static final int NULL = -1;

  /** Times count from the beginning of this year. */
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final int columns;
  private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);

  /**
   * @param columns values of a row
   */
  CopyRows(int columns) {
    this.columns = columns;
    bytes.put(SIGNATURE).putInt(0).putInt(0);
  }

  /** Begins a row; its values follow in the order of the columns. */
  CopyRows row() {
    room(Short.BYTES).putShort((short) columns);
    return this;
  }

  /** A {@code uuid}. */
  CopyRows add(UUID value) {
    room(20)
        .putInt(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  /** An {@code int}. */
  CopyRows add(int value) {
    room(8).putInt(Integer.BYTES).putInt(value);
    return this;
  }

  /** A {@code bigint}. */
  CopyRows add(long value) {
    room(12).putInt(Long.BYTES).putLong(value);
    return this;
  }

  /** A {@code timestamptz}, cut to microseconds as {@link Columns#storable} does. */
  CopyRows add(Instant value) {
    return add(EPOCH.until(Columns.storable(value), ChronoUnit.MICROS));
  }

  /** A {@code varchar}. */
  CopyRows add(String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES + text.length).putInt(text.length).put(text);
    return this;
  }

  /** A {@code varchar}, null if there is none. */
  CopyRows add(Optional<String> value) {
    if (value.isPresent()) {
      return add(value.get());
    }
    room(Integer.BYTES).putInt(NULL);
    return this;
  }

  private ByteBuffer room(int count) {
    if (bytes.remaining() < count) {
      int size = Math.max(bytes.capacity() * 2, bytes.position() + count);
      bytes = ByteBuffer.allocate(size).put(bytes.flip());
    }
    return bytes;
  }

  /**
   * Writes all rows.
   *
   * @param into table with its columns, for example {@code hits (id, ts)}
   */
  void copy(Handle handle, String into) {
    room(Short.BYTES).putShort((short) NULL);
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    try {
      PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
      guard(handle.getConnection(), ended);
      copy(connection, "copy " + into + " from stdin (format binary)");
    } catch (SQLException e) {
      throw new TransactionException("rows were not copied", e);
    } finally {
      ended.complete(true);
    }
  }

  private void copy(PGConnection connection, String statement) throws SQLException {
    CopyIn copy = connection.getCopyAPI().copyIn(statement);
    try {
      copy.writeToCopy(bytes.array(), 0, bytes.position());
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** A socket waits for ever for a server that takes no rows: its timeout is for reading alone. */
  private static void guard(Connection connection, CompletableFuture<Boolean> ended)
      throws SQLException {
    int silence = connection.getNetworkTimeout();
    if (silence > 0) {
      var unused =
          ended
              .completeOnTimeout(false, silence, TimeUnit.MILLISECONDS)
              .thenAccept(inTime -> {
                if (!inTime) {
                  abort(connection);
                }
              });
    }
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      throw new TransactionException("a connection was not cut off", e);
    }
  }
}
