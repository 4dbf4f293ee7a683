package io.trafficgen.persistence.simulator;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/**
 * Connections on which the process dies the moment after the database has committed for the n-th
 * time, before anybody here learns of it. The driver makes it from its URL.
 */
public final class KillingSocketFactory extends SocketFactory {
  /** Ready for query, outside of a transaction (PostgreSQL manual, 54.7). */
  private static final byte[] IDLE = {'Z', 0, 0, 0, 5, 'I'};

  private static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);

  /** Dies after so many commits from now on. */
  static void dieAfter(int commits) {
    LEFT.set(commits);
  }

  static int commitsSince(int start) {
    return start - LEFT.get();
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public InputStream getInputStream() throws IOException {
        return new Watched(super.getInputStream());
      }
    };
  }

  /** An answer ends with the message looked for, and nothing follows it until we ask again. */
  private static final class Watched extends FilterInputStream {
    private int matched;

    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      look((byte) value);
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      for (int i = 0; i < count; i++) {
        look(bytes[offset + i]);
      }
      return count;
    }

    private void look(byte value) {
      matched = value == IDLE[matched] ? matched + 1 : value == IDLE[0] ? 1 : 0;
      if (matched == IDLE.length) {
        matched = 0;
        if (LEFT.decrementAndGet() == 0) {
          Runtime.getRuntime().halt(CrashProcess.KILLED);
        }
      }
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }
}
