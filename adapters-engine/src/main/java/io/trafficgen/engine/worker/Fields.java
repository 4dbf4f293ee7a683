package io.trafficgen.engine.worker;

import io.trafficgen.application.port.Cookie;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts that frames are made of; each {@code write} has the {@code read} that mirrors it. */
final class Fields {
  private Fields() {}

  static <T> void writeList(DataOutputStream out, List<T> values, Frames.Writer<T> writer)
      throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      writer.write(out, value);
    }
  }

  static <T> List<T> readList(DataInputStream in, Frames.Reader<T> reader) throws IOException {
    int size = in.readInt();
    List<T> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(reader.read(in));
    }
    return values;
  }

  static <T> void writeOptional(DataOutputStream out, Optional<T> value, Frames.Writer<T> writer)
      throws IOException {
    writeList(out, value.stream().toList(), writer);
  }

  static <T> Optional<T> readOptional(DataInputStream in, Frames.Reader<T> reader)
      throws IOException {
    return readList(in, reader).stream().findFirst();
  }

  static void writeUri(DataOutputStream out, URI uri) throws IOException {
    out.writeUTF(uri.toString());
  }

  static URI readUri(DataInputStream in) throws IOException {
    String text = in.readUTF();
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IOException("no URI in a frame: " + text, e);
    }
  }

  static void writeDuration(DataOutputStream out, Duration duration) throws IOException {
    out.writeLong(duration.toNanos());
  }

  static Duration readDuration(DataInputStream in) throws IOException {
    return Duration.ofNanos(in.readLong());
  }

  static void writeCookie(DataOutputStream out, Cookie cookie) throws IOException {
    out.writeUTF(cookie.name());
    out.writeUTF(cookie.value());
    out.writeUTF(cookie.domain());
    out.writeUTF(cookie.path());
    writeOptional(out, cookie.expires(), (to, moment) -> to.writeLong(moment.toEpochMilli()));
    out.writeBoolean(cookie.secure());
    out.writeBoolean(cookie.httpOnly());
  }

  static Cookie readCookie(DataInputStream in) throws IOException {
    return new Cookie(
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        readOptional(in, from -> Instant.ofEpochMilli(from.readLong())),
        in.readBoolean(),
        in.readBoolean());
  }
}
