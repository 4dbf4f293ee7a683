package io.trafficgen.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** The data directory of the embedded server ("cluster" is PostgreSQL's word for it). */
record PostgresCluster(PostgresFolder folder, PostgresBinaries binaries) {
  /**
   * Makes the directory, or looks whether these programs can serve it.
   *
   * @throws StartRefusedException if they cannot, saying why
   */
  void makeOrCheck() throws IOException {
    if (Files.exists(folder.data())) {
      check();
    } else {
      make();
    }
  }

  /** Under another name until it is whole: a start that was killed half-way begins anew. */
  private void make() throws IOException {
    Path unfinished = folder.path().resolve("data.new");
    deleteTree(unfinished);
    folder.password(folder.superuserPassword());
    binaries.run(
        "initdb",
        "-D",
        unfinished.toString(),
        "-U",
        EmbeddedDatabase.SUPERUSER,
        "--auth=scram-sha-256",
        "--pwfile=" + folder.superuserPassword(),
        "-E",
        "UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--data-checksums",
        "--no-instructions");
    Files.move(unfinished, folder.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void check() throws IOException {
    Path versionFile = folder.data().resolve("PG_VERSION");
    if (!Files.exists(versionFile)) {
      throw new StartRefusedException(folder.data() + " is no data directory of PostgreSQL");
    }
    String version = Files.readString(versionFile).strip();
    String program = binaries.run("postgres", "--version");
    if (!program.contains(" " + version + ".")) {
      throw new StartRefusedException(
          folder.data() + " is of PostgreSQL " + version + ", but this is " + program);
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
