package io.trafficgen.web;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.PageRequest.Position;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Positions in lists as opaque text: base64url of second, nanosecond and identity. */
final class Cursors {
  private static final int BYTES = 3 * Long.BYTES + Integer.BYTES;

  /** What PostgreSQL can compare with, and to spare. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private Cursors() {}

  static String write(Position position) {
    Instant at = position.at();
    ByteBuffer bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(at.getEpochSecond())
            .putInt(at.getNano())
            .putLong(position.id().getMostSignificantBits())
            .putLong(position.id().getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  static Position read(String cursor) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.remaining() == BYTES) {
        Instant at = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
        if (at.isAfter(Instant.EPOCH) && at.isBefore(LATEST)) {
          return new Position(at, new UUID(bytes.getLong(), bytes.getLong()));
        }
      }
    } catch (IllegalArgumentException | DateTimeException notACursor) {
      // refused below, with the same words
    }
    throw new InvalidValueException("/cursor", "must be a next_cursor that a list gave", "");
  }
}
