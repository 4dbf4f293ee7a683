package io.trafficgen.persistence.spool;

import io.trafficgen.persistence.spool.SegmentReader.Contents;
import io.trafficgen.persistence.spool.SegmentReader.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Records in a folder, first in, first out, in segments: files of some megabytes, each of which
 * goes for good when the last of its records is taken. A segment of which something is damaged is
 * put aside then as {@code unreadable}, the last such alone.
 */
final class RecordFolder implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("hits(-\\d{12})?");

  private final Path folder;
  private final long mostBytes;
  private final long segmentBytes;
  private final ObjIntConsumer<Path> damaged;
  private final Deque<Segment> full = new ArrayDeque<>();
  private Optional<SegmentWriter> writer = Optional.empty();
  private Optional<Contents> oldest = Optional.empty();

  private record Segment(Path path, long bytes) {}

  /**
   * Opens the folder, or makes it.
   *
   * @param damaged hears how many rows of a segment cannot be read
   */
  RecordFolder(Path folder, long mostBytes, long segmentBytes, ObjIntConsumer<Path> damaged)
      throws IOException {
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.segmentBytes = segmentBytes;
    this.damaged = damaged;
    Files.createDirectories(folder);
    for (Path path : segments()) {
      full.add(new Segment(path, Files.size(path)));
    }
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  boolean hasRoom(int bytes) {
    return bytes() + RecordForm.HEAD + bytes <= mostBytes;
  }

  /** Bytes that it takes on the disk. */
  long bytes() {
    return full.stream().mapToLong(Segment::bytes).sum()
        + writer.map(SegmentWriter::bytes).orElse(0L);
  }

  boolean isEmpty() {
    return full.isEmpty() && writer.map(SegmentWriter::bytes).orElse(0L) == 0;
  }

  /**
   * Puts a record behind all others, on the disk when this returns.
   *
   * @throws IOException if that failed; then nothing of it is there
   */
  void append(byte[] record, int rows) throws IOException {
    long size = writer.map(SegmentWriter::bytes).orElse(0L);
    if (size > 0 && size + RecordForm.HEAD + record.length > segmentBytes) {
      seal();
    }
    if (writer.isEmpty()) {
      writer = Optional.of(new SegmentWriter(next()));
    }
    writer.get().append(record, rows);
  }

  private Path next() throws IOException {
    List<Path> segments = new ArrayList<>(segments());
    segments.removeIf(path -> path.getFileName().toString().equals("hits"));
    String last = segments.isEmpty() ? "-0" : segments.getLast().getFileName().toString();
    long number = Long.parseLong(last.substring(last.indexOf('-') + 1)) + 1;
    return folder.resolve("hits-%012d".formatted(number));
  }

  private void seal() throws IOException {
    if (writer.isPresent()) {
      SegmentWriter written = writer.get();
      full.add(new Segment(written.path(), written.bytes()));
      writer = Optional.empty();
      written.close();
    }
  }

  /** The first record that can be read; those before it are gone. */
  Optional<Kept> first() throws IOException {
    while (!isEmpty()) {
      if (oldest.isEmpty()) {
        readOldest();
      }
      Optional<Kept> first = Optional.ofNullable(oldest.orElseThrow().records().peek());
      if (first.isPresent()) {
        return first;
      }
      removeOldest();
    }
    return Optional.empty();
  }

  private void readOldest() throws IOException {
    if (full.isEmpty()) {
      seal();
    }
    Path path = full.getFirst().path();
    oldest = Optional.of(SegmentReader.read(path));
    if (oldest.get().lost() > 0) {
      damaged.accept(path, oldest.get().lost());
    }
  }

  void removeFirst() throws IOException {
    Contents contents = oldest.orElseThrow();
    contents.records().remove();
    if (contents.records().isEmpty()) {
      removeOldest();
    }
  }

  private void removeOldest() throws IOException {
    Path path = full.getFirst().path();
    if (oldest.orElseThrow().lost() > 0) {
      Files.move(path, folder.resolve("unreadable"), StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(path);
    }
    full.removeFirst();
    oldest = Optional.empty();
  }

  @Override
  public void close() throws IOException {
    seal();
  }
}
