package io.trafficgen.persistence.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.contract.HitSpoolContract;
import io.trafficgen.application.port.HitSpool.Batch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A small spool, and the files that it makes. */
final class SpoolOnDisk implements AutoCloseable {
  static final long ROOM = 8_000;

  /** Some batches. */
  private static final long SEGMENT = 2_000;

  private final Path folder;
  private FileHitSpool spool;

  SpoolOnDisk(Path folder) {
    this.folder = folder;
    this.spool = FileHitSpool.open(folder, ROOM, SEGMENT);
  }

  Path folder() {
    return folder;
  }

  FileHitSpool spool() {
    return spool;
  }

  void reopen() {
    spool.close();
    spool = FileHitSpool.open(folder, ROOM, SEGMENT);
  }

  /** Puts batches in. */
  List<Batch> filled(int count) {
    List<Batch> batches = new ArrayList<>();
    for (int page = 1; page <= count; page++) {
      batches.add(HitSpoolContract.batch(page));
      assertThat(spool.append(batches.getLast())).isTrue();
    }
    return batches;
  }

  /** Takes out what the next process finds. */
  List<Batch> reopened() {
    reopen();
    List<Batch> found = new ArrayList<>();
    while (spool.first().isPresent()) {
      found.add(spool.first().orElseThrow());
      spool.removeFirst();
    }
    return found;
  }

  List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Size of the only segment. */
  long size() throws IOException {
    return Files.size(files().get(0));
  }

  /** Another byte wherever one is named, in the only segment. */
  void damage(long... places) throws IOException {
    byte[] bytes = Files.readAllBytes(files().get(0));
    for (long place : places) {
      bytes[(int) place] ^= 0x55;
    }
    Files.write(files().get(0), bytes);
  }

  @Override
  public void close() {
    spool.close();
  }
}
