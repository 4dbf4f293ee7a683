package io.trafficgen.bootstrap.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A server of another make that answers quotes; ends when it is closed. */
record QuotePeer(String name, Process process, URI address) implements AutoCloseable {
  private static final String PACKAGE = "fastify@5";

  /** Node's own HTTP server. */
  static QuotePeer node(Path folder) throws IOException {
    return start("Node", "node", script(folder).toString());
  }

  /**
   * Fastify, installed below {@code folder}.
   *
   * @return empty, and why is printed, where it cannot be had
   */
  static Optional<QuotePeer> fastify(Path folder) throws IOException, InterruptedException {
    Process install =
        new ProcessBuilder("npm", "install", "--silent", "--no-audit", "--no-fund", PACKAGE)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("install.log").toFile())
            .start();
    if (install.waitFor() != 0) {
      System.out.println("without Fastify: " + Files.readString(folder.resolve("install.log")));
      return Optional.empty();
    }
    return Optional.of(start("Fastify", "node", script(folder).toString(), "fastify"));
  }

  private static Path script(Path folder) throws IOException {
    Path script = folder.resolve("quote-peer.js");
    try (InputStream source = QuotePeer.class.getResourceAsStream("quote-peer.js")) {
      Files.write(script, source.readAllBytes());
    }
    return script;
  }

  private static QuotePeer start(String name, String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader lines = process.inputReader();
    return new QuotePeer(name, process, URI.create("http://localhost:" + lines.readLine()));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
