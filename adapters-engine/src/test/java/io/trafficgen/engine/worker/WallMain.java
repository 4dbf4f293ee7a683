package io.trafficgen.engine.worker;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;

import io.trafficgen.application.contract.PageLoads;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.exit.ProxyAddress;
import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.engine.BotIdentity;
import io.trafficgen.engine.EngineBounds;
import io.trafficgen.engine.EngineSettings;
import io.trafficgen.engine.TestProxy;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A worker in which something else than our own client opens connections: runs {@link WorkerMain}
 * in a thread, has it load the page at {@code arguments[1]} by the exit {@code arguments[2]}, and
 * then opens each further argument, a URL, in the JDK's plain ways.
 */
final class WallMain {
  private WallMain() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream report = System.out;
    PipedOutputStream to = new PipedOutputStream();
    System.setIn(new PipedInputStream(to));
    PipedInputStream from = new PipedInputStream();
    System.setOut(new PrintStream(new PipedOutputStream(from), true, StandardCharsets.UTF_8));
    Thread.ofPlatform().daemon().start(() -> WorkerMain.main(new String[] {arguments[0]}));
    URI page = URI.create(arguments[1]);
    Frames.write(to, Frames.encode(settings(page), SettingsFrame::write));
    Frames.write(
        to,
        Frames.encode(
            PageLoads.through(TestProxy.exit(ProxyAddress.parse(arguments[2])), loadOf(page)),
            WallMain::writeLoad));
    Frames.read(from, frame -> frame.readLong());
    for (int i = 3; i < arguments.length; i++) {
      URI target = URI.create(arguments[i]);
      report.println(target + " " + socket(target) + " " + connection(target));
    }
    report.flush();
    Runtime.getRuntime().halt(0);
  }

  private static EngineSettings settings(URI page) {
    return new EngineSettings(
        new BotIdentity("1", URI.create("https://traffic.example")),
        EgressPolicy.allowing(AllowedHosts.parse(page.getAuthority())),
        EngineBounds.standard());
  }

  private static void writeLoad(DataOutputStream frame, PageLoad load) throws IOException {
    frame.writeLong(1);
    LoadFrames.writeLoad(frame, load, load.deadline());
  }

  private static String socket(URI target) {
    try (Socket socket = new Socket(target.getHost(), target.getPort())) {
      return socket.isConnected() ? "connected" : "closed";
    } catch (IOException e) {
      return reason(e);
    }
  }

  private static String connection(URI target) {
    try {
      return Optional.ofNullable(target.toURL().openConnection().getHeaderField(0)).orElse("none");
    } catch (IOException e) {
      return reason(e);
    }
  }

  private static String reason(IOException failure) {
    return failure.getClass().getSimpleName();
  }
}
