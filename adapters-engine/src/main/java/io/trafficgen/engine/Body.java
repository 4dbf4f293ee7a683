package io.trafficgen.engine;

import io.trafficgen.domain.visit.FailureReason;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.client.entity.DeflateInputStream;

/** A response's body, decompressed, and never more of it than allowed. */
final class Body extends FilterInputStream {
  /** More than an encoder leaves unread behind its end. */
  private static final int TAIL = 4_096;

  private final InputStream raw;
  private final int limit;
  private int count;

  private Body(InputStream decoded, InputStream raw, int limit) {
    super(decoded);
    this.raw = raw;
    this.limit = limit;
  }

  /**
   * Reads from it throw {@link RefusedException} for a longer body, and for one that is not as
   * encoded as it says. Closing it reads the rest of the answer, however long, unless {@link #ends}
   * or the request is aborted.
   *
   * @param limit in bytes after decompression, so that a small bomb is refused as what it becomes
   * @throws RefusedException for an encoding that was never offered
   */
  static Body open(HttpEntity entity, int limit) throws IOException {
    try {
      InputStream raw = entity.getContent();
      return new Body(decoded(entity, raw), raw, limit);
    } catch (ZipException | EOFException e) {
      throw broken();
    }
  }

  /** All of it, within {@link #open}'s bounds. */
  static byte[] read(HttpEntity entity, int limit) throws IOException {
    return open(entity, limit).readAllBytes();
  }

  /** Whether no more than a little is left of the answer behind the body's end, which is read. */
  boolean ends() throws IOException {
    return raw.read() < 0 || raw.readNBytes(TAIL).length < TAIL;
  }

  /** Bytes read so far. */
  int count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      int read = super.read(into, offset, length);
      count += Math.max(0, read);
      if (count > limit) {
        throw new RefusedException(FailureReason.CONTENT, "a body longer than " + limit + " bytes");
      }
      return read;
    } catch (ZipException | EOFException e) {
      throw broken();
    }
  }

  private static RefusedException broken() {
    return new RefusedException(FailureReason.CONTENT, "a body that cannot be decompressed");
  }

  private static InputStream decoded(HttpEntity entity, InputStream raw) throws IOException {
    String encoding =
        Optional.ofNullable(entity.getContentEncoding())
            .map(Header::getValue)
            .orElse("identity")
            .strip()
            .toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "identity", "" -> raw;
      case "gzip", "x-gzip" ->
          entity.getContentLength() == 0 ? InputStream.nullInputStream() : new GZIPInputStream(raw);
      case "deflate" -> new DeflateInputStream(raw);
      default ->
          throw new RefusedException(FailureReason.CONTENT, "encoding not offered: " + encoding);
    };
  }
}
