package io.trafficgen.bootstrap.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** One connection that is kept, and just enough HTTP/1.1 to cost next to nothing. */
final class KeptConnection implements AutoCloseable {
  static final String END = "\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 ";
  private static final String LENGTH = "\r\ncontent-length: ";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[8192];

  KeptConnection(URI server) throws IOException {
    this.socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /** Sends a whole request, and waits for its 200. */
  void exchange(String request) throws IOException {
    out.write(request.getBytes(ISO_8859_1));
    answer();
  }

  private void answer() throws IOException {
    int read = 0;
    int wanted = Integer.MAX_VALUE;
    String head = "";
    while (read < wanted) {
      int more = in.read(buffer, read, buffer.length - read);
      if (more < 0) {
        throw new IOException("the server hung up after: " + head);
      }
      read += more;
      if (wanted == Integer.MAX_VALUE) {
        head = new String(buffer, 0, read, ISO_8859_1);
        int end = head.indexOf(END);
        wanted = end < 0 ? wanted : end + END.length() + length(head);
      }
    }
    if (!head.startsWith(OK)) {
      throw new IOException("refused: " + head);
    }
  }

  private static int length(String head) throws IOException {
    int name = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (name < 0) {
      throw new IOException("no length in: " + head);
    }
    int start = name + LENGTH.length();
    return Integer.parseInt(head.substring(start, head.indexOf('\r', start)));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
