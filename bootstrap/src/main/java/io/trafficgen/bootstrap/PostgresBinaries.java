package io.trafficgen.bootstrap;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs that come with the class path, unpacked.
 *
 * <p>PostgreSQL refuses to run as root. Where we are root, its programs run in a user namespace of
 * their own, in which they have no name and no power but still own root's files.
 */
final class PostgresBinaries {
  private static final List<String> NAMELESS = List.of("unshare", "--user");

  private final Path programs;
  private final List<String> prefix;

  private PostgresBinaries(Path programs, List<String> prefix) {
    this.programs = programs;
    this.prefix = prefix;
  }

  /** Unpacks the programs into a folder below {@code parent}, unless they are there. */
  static PostgresBinaries in(Path parent) throws IOException {
    byte[] archive = archive();
    Path home = parent.resolve("programs-" + checksum(archive));
    if (!Files.exists(home)) {
      Path unfinished = Files.createTempDirectory(parent, "unpacking-");
      unpack(archive, unfinished);
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(home.resolve("bin"), prefix());
  }

  private static byte[] archive() throws IOException {
    String system = System.getProperty("os.name");
    String machine = System.getProperty("os.arch");
    if (!system.equals("Linux")) {
      throw new StartRefusedException(
          "no PostgreSQL for " + system + " is included: set DATABASE_URL");
    }
    try (InputStream found = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
      if (found == null) {
        throw new StartRefusedException(
            "no PostgreSQL for " + machine + " is included: set DATABASE_URL");
      }
      return found.readAllBytes();
    }
  }

  /**
   * Tells one release from another, at each start: a cryptographic hash would take half a second.
   */
  private static String checksum(byte[] archive) {
    CRC32 checksum = new CRC32();
    checksum.update(archive);
    return "%08x-%d".formatted(checksum.getValue(), archive.length);
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
          boolean program = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
        }
      }
    }
  }

  private static List<String> prefix() throws IOException {
    if (!System.getProperty("user.name").equals("root")) {
      return List.of();
    }
    try {
      Process trial = new ProcessBuilder("unshare", "--user", "true").start();
      if (trial.waitFor() == 0) {
        return NAMELESS;
      }
    } catch (IOException e) {
      // There is no such program: the same as if it refused.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new StartRefusedException(
        "PostgreSQL does not run as root, and `unshare --user` does not work here:"
            + " run as another user, or set DATABASE_URL");
  }

  /**
   * Runs one of PostgreSQL's programs to its end.
   *
   * @return what it printed
   * @throws StartRefusedException if it failed, with the last line that it printed
   */
  String run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    // pg_ctl's child keeps an inherited pipe open for ever, so the output goes to a file.
    Path output = Files.createTempFile(programs.getParent(), program, ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
      int status = builder.start().waitFor();
      String printed = Files.readString(output, StandardCharsets.UTF_8).strip();
      if (status != 0) {
        String last = printed.substring(printed.lastIndexOf('\n') + 1);
        throw new StartRefusedException(program + " failed: " + last);
      }
      return printed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefusedException(program + " was interrupted", e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
