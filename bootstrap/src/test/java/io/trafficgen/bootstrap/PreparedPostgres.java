package io.trafficgen.bootstrap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of an embedded PostgreSQL that was started and stopped once; made once for all tests
 * of a build, since making one takes seconds of processor.
 */
public final class PreparedPostgres {
  private static final Path HOME = Path.of("target", "prepared-postgres").toAbsolutePath();

  private PreparedPostgres() {}

  /**
   * Puts a copy into a data folder, unless it has a PostgreSQL; the copy takes a port of its own.
   */
  public static void copyTo(Path data) throws IOException, InterruptedException {
    Path copy = data.resolve("postgres");
    if (Files.exists(copy)) {
      return;
    }
    Files.createDirectories(
        data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    int status =
        new ProcessBuilder("cp", "-a", made().toString(), copy.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("cp ended with " + status);
    }
    Files.delete(copy.resolve("port"));
  }

  private static Path made() throws IOException {
    Files.createDirectories(HOME);
    Path made = HOME.resolve("made");
    try (FileChannel others =
        FileChannel.open(
            HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      others.lock();
      if (!Files.exists(made)) {
        Path unfinished = Files.createTempDirectory(HOME, "making-");
        EmbeddedPostgres.start(unfinished).close();
        Files.move(unfinished, made);
      }
    }
    return made.resolve("postgres");
  }
}
