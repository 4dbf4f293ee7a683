package io.trafficgen.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a server that can stall: then what is sent arrives nowhere, and nothing is closed, as
 * where packets are dropped.
 */
final class StallingProxy implements AutoCloseable {
  private final URI server;
  private final ServerSocket door;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private long left = Long.MAX_VALUE;

  /**
   * @param address of the server, of the form {@code jdbc:postgresql://host:port/…}
   */
  StallingProxy(DatabaseAddress address) throws IOException {
    this.server = URI.create(address.jdbcUrl().substring("jdbc:".length()));
    this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** The same database by this way. */
  DatabaseAddress address(DatabaseAddress direct) {
    String url =
        direct
            .jdbcUrl()
            .replace(server.getHost() + ":" + server.getPort(), "127.0.0.1:" + door.getLocalPort());
    return new DatabaseAddress(url, direct.user(), direct.password());
  }

  /** From now on so many bytes reach the server, about. */
  synchronized void letThrough(long bytes) {
    left = bytes;
    notifyAll();
  }

  private synchronized void pass(int bytes) throws InterruptedException {
    while (left <= 0) {
      wait();
    }
    left -= bytes;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket there = new Socket(server.getHost(), server.getPort());
        sockets.addAll(List.of(client, there));
        start(() -> pump(client, there, true));
        start(() -> pump(there, client, false));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void pump(Socket from, Socket to, boolean counted) {
    byte[] bytes = new byte[8_192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        if (counted) {
          pass(count);
        }
        out.write(bytes, 0, count);
      }
    } catch (IOException | InterruptedException closed) {
      // one of the two has gone, and the other goes with it
    }
  }

  private static void start(Runnable task) {
    Thread.ofPlatform().daemon().start(task);
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
