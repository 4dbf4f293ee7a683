package io.trafficgen.engine;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A name server on loopback that notes what it is asked, by UDP and by TCP. */
final class TestDns implements AutoCloseable {
  private static final int UDP_BYTES = 512;

  private final Map<String, List<Record>> zone = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final ServerSocket tcp;
  private final DatagramSocket udp;
  private volatile int error = Rcode.NOERROR;
  private volatile boolean silent;

  TestDns() {
    try {
      tcp = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::serveUdp);
    Thread.ofPlatform().daemon().start(this::serveTcp);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort());
  }

  /** Records of a zone file, for example {@code 60 IN TXT "a" "b"}. */
  TestDns put(String name, int type, String... values) {
    Name owner = Name.fromConstantString(name + ".");
    zone.put(
        name + ".", List.of(values).stream().map(value -> record(owner, type, value)).toList());
    return this;
  }

  private static Record record(Name owner, int type, String value) {
    try {
      return Record.fromString(owner, type, DClass.IN, 60, value, Name.root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses every question with this code of RFC 1035. */
  void fail(int rcode) {
    error = rcode;
  }

  /** Answers nothing any more. */
  void silence() {
    silent = true;
  }

  /** For example {@code udp _trafficgen.shop.example.}. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void serveUdp() {
    byte[] buffer = new byte[4096];
    while (!udp.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        udp.receive(packet);
        byte[] question =
            ByteBuffer.allocate(packet.getLength()).put(buffer, 0, packet.getLength()).array();
        Message answer = answer("udp ", new Message(question));
        if (!silent) {
          byte[] bytes = answer.toWire(UDP_BYTES);
          udp.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        // a question that cannot be read, or the end of the test
      }
    }
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try (Socket socket = tcp.accept()) {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] question = new byte[in.readUnsignedShort()];
        in.readFully(question);
        byte[] answer = answer("tcp ", new Message(question)).toWire();
        socket
            .getOutputStream()
            .write(
                ByteBuffer.allocate(2 + answer.length)
                    .putShort((short) answer.length)
                    .put(answer)
                    .array());
      } catch (IOException e) {
        // as above
      }
    }
  }

  private Message answer(String way, Message question) {
    Record wanted = question.getQuestion();
    asked.add(way + wanted.getName());
    Message answer = new Message(question.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    answer.addRecord(wanted, Section.QUESTION);
    List<Record> found = zone.getOrDefault(wanted.getName().toString(), List.of());
    answer.getHeader().setRcode(found.isEmpty() && error == Rcode.NOERROR ? Rcode.NXDOMAIN : error);
    found.stream()
        .filter(record -> record.getType() == wanted.getType() || record.getType() == Type.CNAME)
        .forEach(record -> answer.addRecord(record, Section.ANSWER));
    return answer;
  }

  @Override
  public void close() {
    udp.close();
    try {
      tcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
