package io.trafficgen.persistence.spool;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A record as it lies in a segment: its head, then its bytes. The head begins with a mark by which
 * it is found behind damage, and has a checksum of its own, so that its length and its counts can
 * be believed whatever became of the bytes.
 */
final class RecordForm {
  static final int HEAD = 6 * Integer.BYTES;

  /** No text in UTF-8 holds its first two bytes; the last two name the form. */
  private static final int MARK = 0xFEFF_5332;

  private static final int CHECKED_HEAD = HEAD - Integer.BYTES;

  private RecordForm() {}

  /**
   * @param rows how many hits and receipts the bytes hold
   * @param before how many the records hold that lie before it in its segment
   */
  record Head(int length, int rows, int before, int checksum) {
    boolean fits(byte[] bytes) {
      return RecordForm.checksum(bytes, bytes.length) == checksum;
    }
  }

  static ByteBuffer write(byte[] bytes, int rows, int before) {
    ByteBuffer record = ByteBuffer.allocate(HEAD + bytes.length);
    record.putInt(MARK).putInt(bytes.length).putInt(rows).putInt(before);
    record.putInt(checksum(bytes, bytes.length));
    record.putInt(checksum(record.array(), CHECKED_HEAD));
    return record.put(bytes).flip();
  }

  /** The head that lies there whole and sound; leaves the position as it is. */
  static Optional<Head> head(ByteBuffer segment) {
    if (segment.remaining() < HEAD || segment.getInt(segment.position()) != MARK) {
      return Optional.empty();
    }
    byte[] bytes = new byte[HEAD];
    segment.get(segment.position(), bytes);
    ByteBuffer head = ByteBuffer.wrap(bytes).position(Integer.BYTES);
    Head read = new Head(head.getInt(), head.getInt(), head.getInt(), head.getInt());
    return head.getInt() == checksum(bytes, CHECKED_HEAD) ? Optional.of(read) : Optional.empty();
  }

  /** Goes on to the next mark, at least a byte; to the end if there is none. */
  static void skip(ByteBuffer segment) {
    do {
      segment.position(segment.position() + 1);
    } while (segment.remaining() >= HEAD && segment.getInt(segment.position()) != MARK);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
