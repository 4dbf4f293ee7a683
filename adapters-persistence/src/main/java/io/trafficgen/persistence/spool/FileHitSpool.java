package io.trafficgen.persistence.spool;

import io.trafficgen.application.port.HitSpool;
import io.trafficgen.persistence.spool.SegmentReader.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link HitSpool} in a folder. It says once that the database is missed, once that it can keep
 * nothing more, and once that all is stored.
 */
public final class FileHitSpool implements HitSpool, AutoCloseable {
  /** About a million hits. */
  public static final long MOST_BYTES = 256L * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(FileHitSpool.class);

  /** Of one file, which goes when all of it is stored, and is in memory while it is. */
  private static final long SEGMENT_BYTES = 4L * 1024 * 1024;

  private final Path path;
  private final RecordFolder folder;
  private final AtomicLong lost = new AtomicLong();
  private boolean full;

  private FileHitSpool(Path path, long mostBytes, long segmentBytes) throws IOException {
    this.path = path;
    this.folder = new RecordFolder(path, mostBytes, segmentBytes, this::damaged);
  }

  /**
   * Opens the spool with what an earlier process left in it.
   *
   * @throws UncheckedIOException if the folder cannot be used
   */
  public static FileHitSpool open(Path path, long mostBytes) {
    return open(path, mostBytes, SEGMENT_BYTES);
  }

  static FileHitSpool open(Path path, long mostBytes, long segmentBytes) {
    try {
      FileHitSpool spool = new FileHitSpool(path, mostBytes, segmentBytes);
      if (!spool.folder.isEmpty()) {
        LOG.info("hits that an earlier run could not store wait in {}", path);
      }
      return spool;
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException("the spool " + path + " cannot be used: " + e, e));
    }
  }

  @Override
  public synchronized boolean append(Batch batch) {
    try {
      byte[] record = BatchForm.write(batch);
      if (!folder.hasRoom(record.length)) {
        tellFull("it has reached its bound");
        return false;
      }
      if (folder.isEmpty()) {
        LOG.warn("hits cannot be stored; until they can they wait in {}", path);
      }
      folder.append(record, batch.rows());
      full = false;
      return true;
    } catch (IOException e) {
      tellFull(e.toString());
      return false;
    }
  }

  private void tellFull(String reason) {
    if (!full) {
      LOG.error("the spool {} takes nothing more: {}; hits wait in memory", path, reason);
    }
    full = true;
  }

  @Override
  public synchronized Optional<Batch> first() {
    try {
      Optional<Kept> record = folder.first();
      while (record.isPresent()) {
        Optional<Batch> batch = read(record.get());
        if (batch.isPresent()) {
          return batch;
        }
        damaged(path, record.get().rows());
        folder.removeFirst();
        record = folder.first();
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty too for what another version of this program wrote and this one does not know. */
  private static Optional<Batch> read(Kept record) {
    try {
      return Optional.of(BatchForm.read(record.bytes()));
    } catch (IOException | RuntimeException unknown) {
      return Optional.empty();
    }
  }

  @Override
  public synchronized void removeFirst() {
    try {
      folder.removeFirst();
      if (folder.isEmpty()) {
        full = false;
        LOG.info("no hits wait in {} any more", path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void damaged(Path where, int rows) {
    LOG.error("at least {} hits and receipts in {} are damaged and lost", rows, where);
    lost.addAndGet(rows);
  }

  @Override
  public void lost(int rows) {
    LOG.error("{} hits and receipts are lost: neither disk nor memory has room", rows);
    lost.addAndGet(rows);
  }

  /** Hits and receipts that found no room, or were damaged, since this process began. */
  public long lost() {
    return lost.get();
  }

  /** Bytes that wait. */
  public synchronized long bytes() {
    return folder.bytes();
  }

  @Override
  public synchronized void close() {
    try {
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
