package io.trafficgen.persistence.spool;

import io.trafficgen.application.port.HitSpool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link HitSpool} in one file. It says once that the database is missed, once that it can keep
 * nothing more, and once that all is stored.
 */
public final class FileHitSpool implements HitSpool, AutoCloseable {
  /** About a million hits. */
  public static final long MOST_BYTES = 256L * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(FileHitSpool.class);

  private final Path path;
  private final RecordFile file;
  private final AtomicLong lost = new AtomicLong();
  private boolean full;

  private FileHitSpool(Path path, RecordFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Opens the spool with what an earlier process left in it.
   *
   * @throws UncheckedIOException if the file cannot be used
   */
  public static FileHitSpool open(Path path, long mostBytes) {
    try {
      FileHitSpool spool = new FileHitSpool(path, RecordFile.open(path, mostBytes));
      if (!spool.file.isEmpty()) {
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
      if (!file.hasRoom(record.length)) {
        tellFull("it has reached its bound");
        return false;
      }
      if (file.isEmpty()) {
        LOG.warn("hits cannot be stored; until they can they wait in {}", path);
      }
      file.append(record);
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
      while (!file.isEmpty()) {
        Optional<byte[]> record = file.read();
        Optional<Batch> batch = record.flatMap(FileHitSpool::read);
        if (batch.isPresent()) {
          return batch;
        }
        LOG.error("a batch of hits in {} is damaged and lost", path);
        remove();
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty too for what another version of this program wrote and this one does not know. */
  private static Optional<Batch> read(byte[] record) {
    try {
      return Optional.of(BatchForm.read(record));
    } catch (IOException | RuntimeException unknown) {
      return Optional.empty();
    }
  }

  @Override
  public synchronized void removeFirst() {
    try {
      remove();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove() throws IOException {
    file.removeFirst();
    if (file.isEmpty()) {
      full = false;
      LOG.info("no hits wait in {} any more", path);
    }
  }

  @Override
  public void lost(int rows) {
    LOG.error("{} hits and receipts are lost: neither disk nor memory has room", rows);
    lost.addAndGet(rows);
  }

  /** Hits and receipts that found no room since this process began. */
  public long lost() {
    return lost.get();
  }

  /** Bytes that wait. */
  public synchronized long bytes() {
    return file.bytes();
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
