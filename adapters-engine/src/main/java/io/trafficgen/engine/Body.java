package io.trafficgen.engine;

import io.trafficgen.domain.visit.FailureReason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.client.entity.DeflateInputStream;

/** Reads a response's body decompressed and never more of it than allowed. */
final class Body {
  private Body() {}

  /**
   * @param limit in bytes after decompression, so that a small bomb is refused as what it becomes
   * @throws RefusedException for a longer body, or an encoding that was never offered
   */
  static byte[] read(HttpEntity entity, int limit) throws IOException {
    try {
      byte[] body = decoded(entity).readNBytes(limit + 1);
      if (body.length > limit) {
        throw new RefusedException(FailureReason.CONTENT, "a body longer than " + limit + " bytes");
      }
      return body;
    } catch (ZipException | EOFException e) {
      throw new RefusedException(FailureReason.CONTENT, "a body that cannot be decompressed");
    }
  }

  private static InputStream decoded(HttpEntity entity) throws IOException {
    String encoding =
        Optional.ofNullable(entity.getContentEncoding())
            .map(Header::getValue)
            .orElse("identity")
            .strip()
            .toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "identity", "" -> entity.getContent();
      case "gzip", "x-gzip" ->
          entity.getContentLength() == 0
              ? InputStream.nullInputStream()
              : new GZIPInputStream(entity.getContent());
      case "deflate" -> new DeflateInputStream(entity.getContent());
      default ->
          throw new RefusedException(FailureReason.CONTENT, "encoding not offered: " + encoding);
    };
  }
}
