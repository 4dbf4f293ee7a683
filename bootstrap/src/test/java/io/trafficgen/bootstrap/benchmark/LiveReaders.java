package io.trafficgen.bootstrap.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many connections to one stream, read by one thread that does little: it counts bytes, and looks
 * at the messages of one connection in fifty.
 */
final class LiveReaders implements AutoCloseable {
  private static final int LOOKED_AT = 50;

  /** Not those that a chunk's border cuts. */
  private static final Pattern MESSAGE =
      Pattern.compile("id: [^\\r\\n]+\\ndata: [^\\r\\n]*\"ts\":\"([^\"\\r\\n]+)\"[^\\r\\n]*\\n\\n");

  private final Selector selector;
  private final List<SocketChannel> connections = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(256 << 10);
  private long bytes;
  private long messages;
  private long messageBytes;
  private List<Duration> delays = new ArrayList<>();

  /**
   * @param p99 of the time from an event to its reader
   */
  record Reading(double deliveries, Duration time, Duration p99) {}

  private LiveReaders(Selector selector) {
    this.selector = selector;
  }

  static LiveReaders open(LiveServer.Stream stream, int reading, int stalled) throws IOException {
    LiveReaders readers = new LiveReaders(Selector.open());
    for (int i = 0; i < stalled; i++) {
      readers.connect(stream, 4 << 10);
    }
    for (int i = 0; i < reading; i++) {
      SocketChannel connection = readers.connect(stream, 64 << 10);
      connection.configureBlocking(false);
      connection.register(readers.selector, SelectionKey.OP_READ, i % LOOKED_AT == 0);
    }
    return readers;
  }

  private SocketChannel connect(LiveServer.Stream stream, int window) throws IOException {
    SocketChannel connection = SocketChannel.open();
    connection.setOption(StandardSocketOptions.SO_RCVBUF, window);
    connection.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), stream.port()));
    String request =
        "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nAccept: text/event-stream\r\nAuthorization: %s\r\n\r\n"
            .formatted(stream.path(), stream.port(), stream.authorization());
    connection.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    connections.add(connection);
    return connection;
  }

  /** Reads for this long. */
  Reading read(Duration length) throws IOException {
    bytes = 0;
    messages = 0;
    messageBytes = 0;
    delays = new ArrayList<>();
    long start = System.nanoTime();
    while (System.nanoTime() - start < length.toNanos()) {
      selector.select(this::take, 100);
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    delays.sort(null);
    return new Reading(
        (double) bytes * messages / Math.max(1, messageBytes),
        time,
        delays.isEmpty() ? Duration.ZERO : delays.get(delays.size() * 99 / 100));
  }

  private void take(SelectionKey key) {
    buffer.clear();
    int read = read((SocketChannel) key.channel());
    bytes += read;
    if ((boolean) key.attachment() && read > 0) {
      lookAt(new String(buffer.array(), 0, read, StandardCharsets.UTF_8));
    }
  }

  private int read(SocketChannel connection) {
    try {
      int read = connection.read(buffer);
      if (read < 0) {
        throw new IOException("the stream ended");
      }
      return read;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void lookAt(String text) {
    Instant now = Instant.now();
    Matcher message = MESSAGE.matcher(text);
    while (message.find()) {
      messages++;
      messageBytes += message.end() - message.start();
      delays.add(Duration.between(Instant.parse(message.group(1)), now));
    }
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel connection : connections) {
      connection.close();
    }
    selector.close();
  }
}
