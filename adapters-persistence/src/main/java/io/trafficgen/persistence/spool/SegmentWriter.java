package io.trafficgen.persistence.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A segment while records are put into it. */
final class SegmentWriter implements AutoCloseable {
  private final Path path;
  private final FileChannel file;
  private long bytes;
  private int rows;

  /** Makes the file. */
  SegmentWriter(Path path) throws IOException {
    this.path = path;
    this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  Path path() {
    return path;
  }

  long bytes() {
    return bytes;
  }

  /**
   * Puts a record behind all others, on the disk when this returns.
   *
   * @throws IOException if that failed; then nothing of it is there
   */
  void append(byte[] record, int count) throws IOException {
    ByteBuffer form = RecordForm.write(record, count, rows);
    try {
      while (form.hasRemaining()) {
        file.write(form, bytes + form.position());
      }
      file.force(false);
    } catch (IOException e) {
      file.truncate(bytes);
      throw e;
    }
    bytes += form.limit();
    rows += count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
