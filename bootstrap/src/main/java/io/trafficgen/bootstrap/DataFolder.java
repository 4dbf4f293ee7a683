package io.trafficgen.bootstrap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The folder that holds everything a process must find again: keys, the embedded database, the
 * node's name. One process at a time owns it.
 */
final class DataFolder {
  private static final int KEY_BYTES = 32;

  private final Path folder;

  private DataFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens the folder, or makes it, readable by nobody else.
   *
   * @throws StartRefusedException if it cannot be used, or another process owns it
   */
  static DataFolder open(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Path parent = folder.toAbsolutePath().getParent();
        Files.createDirectories(Optional.ofNullable(parent).orElse(folder));
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      // Held until the process ends, however it ends: the operating system frees it then.
      FileChannel lock =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        lock.close();
        throw new StartRefusedException("another TrafficGen runs on the data folder " + folder);
      }
      return new DataFolder(folder.toRealPath());
    } catch (IOException e) {
      throw new StartRefusedException("the data folder " + folder + " cannot be used: " + e);
    }
  }

  Path path() {
    return folder;
  }

  /** 256 random bits under {@code name}, made at the first call. */
  byte[] key(String name) {
    return Base64.getDecoder().decode(text("keys/" + name, DataFolder::randomKey));
  }

  /** A random secret in text form under {@code name}, made at the first call. */
  String secret(String name) {
    return text("keys/" + name, DataFolder::randomKey);
  }

  /** What this process is called among the engine's nodes; the same after a restart. */
  String nodeName() {
    return text("node", () -> "node-" + UUID.randomUUID());
  }

  private static String randomKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  private String text(String name, Supplier<String> first) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(folder));
        // Moved into place whole: a crash leaves no half-written key.
        Path fresh = Files.createTempFile(folder, "fresh", "");
        Files.writeString(fresh, first.get());
        Files.move(fresh, file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StartRefusedException("the data folder cannot be used: " + e);
    }
  }
}
