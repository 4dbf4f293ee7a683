package io.trafficgen.engine;

import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.exit.ProxyAddress;
import io.trafficgen.domain.exit.ProxyAddress.Credentials;
import io.trafficgen.domain.exit.ProxyAddress.Kind;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A proxy on loopback that speaks both protocols, wants a password, and notes what it is asked. */
public final class TestProxy implements AutoCloseable {
  private static final Credentials WHO = new Credentials("visitor", "p@ss:word");

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Integer> ports = new CopyOnWriteArrayList<>();
  private final UnaryOperator<InetSocketAddress> routes;
  private volatile boolean unwilling;

  public TestProxy() {
    this(UnaryOperator.identity());
  }

  /**
   * @param routes where it connects who asks for an address, since all here is on loopback
   */
  public TestProxy(UnaryOperator<InetSocketAddress> routes) {
    this.routes = routes;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /** From now on it connects nobody anywhere. */
  public void refuse() {
    unwilling = true;
  }

  /** Targets as they were asked for, each connection once. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Its own ports, of all connections that it has made. */
  public List<Integer> ports() {
    return List.copyOf(ports);
  }

  public ProxyAddress address(Kind kind) {
    return new ProxyAddress(kind, "127.0.0.1", server.getLocalPort(), Optional.of(WHO));
  }

  public Exit exit(Kind kind) {
    return exit(address(kind));
  }

  public static Exit exit(ProxyAddress proxy) {
    return new Exit(
        "test", Optional.empty(), Optional.empty(), Optional.of(proxy), Optional.empty(), 10);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      int first = in.read();
      if (first == 5) {
        socks(client, in, client.getOutputStream());
      } else if (first > 0) {
        http((char) first, client, in, client.getOutputStream());
      }
    } catch (IOException e) {
      // whoever left has left
    }
  }

  private void socks(Socket client, DataInputStream in, OutputStream out) throws IOException {
    byte[] methods = in.readNBytes(in.readUnsignedByte());
    if (new String(methods, StandardCharsets.ISO_8859_1).indexOf(2) < 0) {
      out.write(new byte[] {5, (byte) 0xFF});
      return;
    }
    out.write(new byte[] {5, 2});
    in.readUnsignedByte();
    String user = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    String password = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    boolean known = new Credentials(user, password).equals(WHO);
    out.write(new byte[] {1, (byte) (known ? 0 : 1)});
    if (!known) {
      return;
    }
    byte[] head = in.readNBytes(4);
    byte[] address = in.readNBytes(head[3] == 1 ? 4 : 16);
    InetSocketAddress target =
        new InetSocketAddress(InetAddress.getByAddress(address), in.readUnsignedShort());
    asked.add(target.getAddress().getHostAddress() + ":" + target.getPort());
    try (Socket site = connect(target)) {
      out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
      join(client, site);
    } catch (IOException e) {
      out.write(new byte[] {5, (byte) (unwilling ? 1 : 5), 0, 1, 0, 0, 0, 0, 0, 0});
    }
  }

  private void http(char first, Socket client, DataInputStream in, OutputStream out)
      throws IOException {
    StringBuilder head = new StringBuilder().append(first);
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    String basic =
        Base64.getEncoder()
            .encodeToString((WHO.user() + ":" + WHO.password()).getBytes(StandardCharsets.UTF_8));
    String[] line = head.toString().split(" ", 3);
    if (!head.toString().contains("Proxy-Authorization: Basic " + basic + "\r\n")) {
      answer(out, "407 Who are you");
    } else if (line[0].equals("CONNECT")) {
      asked.add(line[1]);
      String[] target = line[1].split(":", 2);
      try (Socket site = connect(new InetSocketAddress(target[0], Integer.parseInt(target[1])))) {
        answer(out, "200 Go on");
        join(client, site);
      } catch (IOException e) {
        answer(out, "502 No way");
      }
    } else {
      answer(out, "400 What");
    }
  }

  private Socket connect(InetSocketAddress target) throws IOException {
    if (unwilling) {
      throw new IOException("not today");
    }
    InetSocketAddress there = routes.apply(target);
    Socket site = new Socket(there.getAddress(), there.getPort());
    ports.add(site.getLocalPort());
    return site;
  }

  private static void answer(OutputStream out, String status) throws IOException {
    out.write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private void join(Socket client, Socket site) throws IOException {
    threads.execute(() -> {
      try {
        client.getInputStream().transferTo(site.getOutputStream());
        site.shutdownOutput();
      } catch (IOException e) {
        // the other side is closed by now
      }
    });
    site.getInputStream().transferTo(client.getOutputStream());
  }
}
