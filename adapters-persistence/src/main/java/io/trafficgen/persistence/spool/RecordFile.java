package io.trafficgen.persistence.spool;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Records in a file, first in, first out: each with its length and checksum. What a crash tore off
 * at the end is cut away when the file is opened; a record that is taken goes for good when all
 * are.
 */
final class RecordFile implements AutoCloseable {
  private static final byte[] MAGIC = "TGSPOOL1".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = 2 * Integer.BYTES;

  private final FileChannel file;
  private final long mostBytes;
  private long first = MAGIC.length;
  private long end = MAGIC.length;

  private RecordFile(FileChannel file, long mostBytes) {
    this.file = file;
    this.mostBytes = mostBytes;
  }

  /**
   * Opens the file, or makes it. One of another form is put aside, with {@code .unreadable} behind
   * its name.
   */
  static RecordFile open(Path path, long mostBytes) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    RecordFile records = new RecordFile(channel(path), mostBytes);
    if (!records.hasMagic()) {
      records.close();
      Path aside = path.resolveSibling(path.getFileName() + ".unreadable");
      Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
      records = new RecordFile(channel(path), mostBytes);
      records.hasMagic();
    }
    records.cutTail();
    return records;
  }

  private static FileChannel channel(Path path) throws IOException {
    return FileChannel.open(
        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** An empty file gets it. */
  private boolean hasMagic() throws IOException {
    if (file.size() < MAGIC.length) {
      // Torn while it was made: nothing can be in it.
      file.truncate(0);
      write(ByteBuffer.wrap(MAGIC), 0);
      return true;
    }
    return read(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
  }

  private void cutTail() throws IOException {
    while (length(end).isPresent()) {
      end += HEAD + length(end).orElseThrow();
    }
    file.truncate(end);
  }

  /** Length of the record that begins there; empty if none does, or not all of it is there. */
  private Optional<Integer> length(long position) throws IOException {
    if (file.size() - position < HEAD) {
      return Optional.empty();
    }
    int length = read(position, Integer.BYTES).getInt();
    return length > 0 && length <= file.size() - position - HEAD
        ? Optional.of(length)
        : Optional.empty();
  }

  boolean hasRoom(int bytes) {
    return end + HEAD + bytes <= mostBytes;
  }

  /** Bytes that it takes on the disk. */
  long bytes() {
    return isEmpty() ? 0 : end;
  }

  boolean isEmpty() {
    return first == end;
  }

  /**
   * Puts a record behind all others, on the disk when this returns.
   *
   * @throws IOException if that failed; then nothing of it is there
   */
  void append(byte[] record) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + record.length);
    bytes.putInt(record.length).putInt(checksum(record)).put(record).flip();
    try {
      write(bytes, end);
      file.force(false);
    } catch (IOException e) {
      file.truncate(end);
      throw e;
    }
    end += HEAD + record.length;
  }

  /**
   * The first record.
   *
   * @return empty if it is damaged
   */
  Optional<byte[]> read() throws IOException {
    ByteBuffer head = read(first, HEAD);
    byte[] record = read(first + HEAD, head.getInt()).array();
    return head.getInt() == checksum(record) ? Optional.of(record) : Optional.empty();
  }

  void removeFirst() throws IOException {
    first += HEAD + length(first).orElseThrow();
    if (isEmpty()) {
      file.truncate(MAGIC.length);
      first = MAGIC.length;
      end = MAGIC.length;
    }
  }

  private ByteBuffer read(long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, position + bytes.position()) < 0) {
        throw new EOFException("the spool is shorter than it was");
      }
    }
    return bytes.flip();
  }

  private void write(ByteBuffer bytes, long position) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes, position + bytes.position());
    }
  }

  private static int checksum(byte[] record) {
    CRC32C crc = new CRC32C();
    crc.update(record);
    return (int) crc.getValue();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
