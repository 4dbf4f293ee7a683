package io.trafficgen.bootstrap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** What the embedded server keeps on disk, readable for its owner alone. */
final class PostgresFolder implements AutoCloseable {
  private static final int PASSWORD_BYTES = 24;

  private final Path folder;
  private final FileChannel lockFile;

  private PostgresFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /** Opens the folder, which is made if it is absent, for this process alone. */
  static PostgresFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path real = folder.toRealPath();
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwx------"));
    FileChannel channel =
        FileChannel.open(real.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new StartRefusedException("another TrafficGen runs on " + real);
    }
    return new PostgresFolder(real, channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path path() {
    return folder;
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("server.log");
  }

  /** The last complaint in the server's log. */
  Optional<String> lastTrouble() throws IOException {
    if (!Files.exists(log())) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(log())) {
      return lines
          .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
          .reduce((earlier, later) -> later);
    }
  }

  Path superuserPassword() {
    return folder.resolve("superuser-password");
  }

  /** The secret in a file of this folder, made at the first use. */
  String password(Path file) throws IOException {
    return kept(
        file,
        () -> {
          byte[] random = new byte[PASSWORD_BYTES];
          new SecureRandom().nextBytes(random);
          return HexFormat.of().formatHex(random);
        });
  }

  /** The application's secret. */
  String password() throws IOException {
    return password(folder.resolve("password"));
  }

  /** The server's port: a free one, chosen at the first start. */
  int port() throws IOException {
    return Integer.parseInt(kept(portFile(), PostgresFolder::freePort));
  }

  /**
   * @throws StartRefusedException if somebody else listens there
   */
  void checkPort() throws IOException {
    int port = port();
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new StartRefusedException(
          "port "
              + port
              + " of the embedded PostgreSQL is taken (it is kept in "
              + portFile()
              + ")",
          e);
    }
  }

  private Path portFile() {
    return folder.resolve("port");
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  private static String kept(Path file, Fresh fresh) throws IOException {
    if (!Files.exists(file)) {
      Path unfinished =
          Files.createTempFile(
              file.getParent(),
              "new-",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(unfinished, fresh.text());
      Files.move(unfinished, file);
    }
    return Files.readString(file).strip();
  }

  private interface Fresh {
    String text() throws IOException;
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
