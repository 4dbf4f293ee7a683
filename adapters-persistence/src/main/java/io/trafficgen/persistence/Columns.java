package io.trafficgen.persistence;

import io.trafficgen.domain.money.Money;
import io.trafficgen.domain.money.Rounding;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** How values of the domain stand in columns. */
final class Columns {
  private Columns() {}

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static Optional<UUID> optionalUuid(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static OptionalInt optionalInt(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** Micro-euros. */
  static Money micros(ResultSet row, String column) throws SQLException {
    return Money.ofMicros(row.getLong(column));
  }

  /** A decimal column in euros with two places. */
  static Money euros(ResultSet row, String column) throws SQLException {
    return Money.ofCents(row.getBigDecimal(column).movePointRight(2).longValueExact());
  }

  /**
   * Whole cents for a decimal column.
   *
   * @throws IllegalArgumentException if the amount is none
   */
  static BigDecimal euros(Money wholeCents) {
    if (!wholeCents.toCents(Rounding.FLOOR).equals(wholeCents)) {
      throw new IllegalArgumentException(wholeCents + " is not in whole cents");
    }
    return BigDecimal.valueOf(wholeCents.cents(Rounding.FLOOR), 2);
  }

  /** An array of {@code bytea}; Jdbi itself would hand it to the driver in a form refused there. */
  static Argument bytes(List<byte[]> values) {
    byte[][] array = values.toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", array));
  }

  /** One column of rows that are written together. */
  static <T, R> List<R> of(Collection<T> rows, Function<T, R> column) {
    return rows.stream().map(column).toList();
  }

  /** A time as a column can hold it. */
  static Instant storable(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Times in UTC, cut to the microseconds that a column holds: PostgreSQL would round, and could
   * push a time out of its window.
   */
  static final class InstantArguments extends AbstractArgumentFactory<Instant> {
    InstantArguments() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      OffsetDateTime stored = storable(value).atOffset(ZoneOffset.UTC);
      return (position, statement, context) -> statement.setObject(position, stored);
    }
  }
}
