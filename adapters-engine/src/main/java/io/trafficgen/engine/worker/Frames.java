package io.trafficgen.engine.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Messages on a pipe: four bytes of length, big-endian, then as many bytes. */
final class Frames {
  /** Far above an honest page's outcome: what is longer is no frame, but noise on the pipe. */
  private static final int MAX_LENGTH = 4_000_000;

  /** Writes one value into a frame. */
  interface Writer<T> {
    void write(DataOutputStream out, T value) throws IOException;
  }

  /** Reads one value from a frame. */
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private Frames() {}

  /**
   * What a frame carries.
   *
   * @throws IOException if {@code value} does not fit into one; then nobody else is to blame
   */
  static <T> byte[] encode(T value, Writer<T> writer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.write(new DataOutputStream(bytes), value);
    if (bytes.size() > MAX_LENGTH) {
      throw new IOException("too long for a frame: " + bytes.size() + " bytes");
    }
    return bytes.toByteArray();
  }

  static void write(OutputStream pipe, byte[] encoded) throws IOException {
    DataOutputStream out = new DataOutputStream(pipe);
    out.writeInt(encoded.length);
    out.write(encoded);
    out.flush();
  }

  /** Blocks for the next frame; the end of the pipe is an {@link java.io.EOFException}. */
  static <T> T read(InputStream pipe, Reader<T> reader) throws IOException {
    DataInputStream in = new DataInputStream(pipe);
    int length = in.readInt();
    if (length < 0 || length > MAX_LENGTH) {
      throw new IOException("no frame: " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return reader.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
