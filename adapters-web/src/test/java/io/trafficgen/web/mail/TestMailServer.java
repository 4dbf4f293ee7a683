package io.trafficgen.web.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A mail server (RFC 5321) on this machine that keeps what it is told; it knows no TLS. */
final class TestMailServer implements AutoCloseable {
  /**
   * @param commands as they came
   * @param text headers and body
   */
  record Delivery(List<String> commands, String text) {}

  final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
  private final ServerSocket socket;
  private final boolean knowsUser;

  /**
   * @param knowsUser whether it takes every password, or none
   */
  TestMailServer(boolean knowsUser) throws IOException {
    this.socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    this.knowsUser = knowsUser;
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        speak(client);
      } catch (IOException hungUp) {
        // the next one may stay
      }
    }
  }

  private void speak(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
    List<String> commands = new ArrayList<>();
    say(out, "220 test");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      commands.add(line);
      switch (line.split(" ", 2)[0]) {
        case "EHLO" -> say(out, "250-test\r\n250 AUTH PLAIN");
        case "AUTH" -> say(out, knowsUser ? "235 welcome" : "535 go away");
        case "DATA" -> {
          say(out, "354 go on");
          deliveries.add(new Delivery(List.copyOf(commands), data(in)));
          say(out, "250 kept");
        }
        case "QUIT" -> say(out, "221 bye");
        default -> say(out, "250 fine");
      }
    }
  }

  private static String data(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static void say(PrintWriter out, String line) {
    out.print(line + "\r\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
