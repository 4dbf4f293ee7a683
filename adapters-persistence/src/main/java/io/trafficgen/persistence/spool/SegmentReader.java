package io.trafficgen.persistence.spool;

import io.trafficgen.persistence.spool.RecordForm.Head;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Reads whatever can be read of a segment. A record that the end of the file cuts off was never
 * acknowledged: its process died while it wrote it, so nobody misses it here.
 */
final class SegmentReader {
  private final ByteBuffer segment;
  private final Deque<Kept> records = new ArrayDeque<>();
  private int counted;
  private int lost;

  private SegmentReader(ByteBuffer segment) {
    this.segment = segment;
  }

  /**
   * @param rows how many hits and receipts the bytes hold
   */
  record Kept(byte[] bytes, int rows) {}

  /**
   * @param records those that are sound, in their order
   * @param lost hits and receipts of the others; where nobody can say how many, 1
   */
  record Contents(Deque<Kept> records, int lost) {}

  static Contents read(Path file) throws IOException {
    SegmentReader reader = new SegmentReader(ByteBuffer.wrap(Files.readAllBytes(file)));
    reader.readAll();
    return new Contents(reader.records, reader.lost);
  }

  private void readAll() {
    boolean lostTrack = false;
    while (segment.remaining() >= RecordForm.HEAD) {
      Optional<Head> head = RecordForm.head(segment);
      if (head.isPresent()) {
        take(head.get());
      } else {
        RecordForm.skip(segment);
      }
      lostTrack = head.isEmpty();
    }
    // Behind a damaged head comes none that would tell how much lay between.
    lost += lostTrack ? 1 : 0;
  }

  private void take(Head head) {
    lost += head.before() - counted;
    counted = head.before();
    if (head.length() > segment.remaining() - RecordForm.HEAD) {
      RecordForm.skip(segment);
      return;
    }
    byte[] bytes = new byte[head.length()];
    segment.position(segment.position() + RecordForm.HEAD).get(bytes);
    counted += head.rows();
    if (head.fits(bytes)) {
      records.add(new Kept(bytes, head.rows()));
    } else {
      lost += head.rows();
    }
  }
}
