package io.trafficgen.bootstrap.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import javax.tools.ToolProvider;

/**
 * Gatling asks for the same files, reads nothing and keeps its connections. It is no dependency of
 * this build: Maven finds it when the benchmark runs, and the simulation is compiled against what
 * it found.
 */
record GatlingVisits(BenchmarkFolder folder, LongUnaryOperator simulation)
    implements VisitMaker.Visits {
  private static final String SIMULATION = "GatlingSimulation";
  private static final String PROJECT =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>peer</groupId>
        <artifactId>peer</artifactId>
        <version>1</version>
        <dependencies>
          <dependency>
            <groupId>io.gatling</groupId>
            <artifactId>gatling-app</artifactId>
            <version>3.15.1</version>
          </dependency>
        </dependencies>
      </project>
      """;

  /**
   * @param classPath of Gatling
   */
  static GatlingVisits of(String classPath, List<URI> urls)
      throws IOException, ReflectiveOperationException {
    BenchmarkFolder folder = BenchmarkFolder.make();
    compile(classPath, folder.path());
    List<URL> places = new ArrayList<>(List.of(folder.path().toUri().toURL()));
    for (String jar : classPath.split(File.pathSeparator, -1)) {
      places.add(Path.of(jar).toUri().toURL());
    }
    ClassLoader loader =
        new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    return new GatlingVisits(
        folder,
        (LongUnaryOperator)
            loader.loadClass(SIMULATION).getMethod("start", List.class).invoke(null, urls));
  }

  /**
   * Has Maven find Gatling, which it downloads once.
   *
   * @return empty, and why is printed, where it cannot be had
   */
  static Optional<String> classPath() throws IOException, InterruptedException {
    try (BenchmarkFolder folder = BenchmarkFolder.make()) {
      Files.writeString(folder.path().resolve("pom.xml"), PROJECT);
      Path answer = folder.path().resolve("classpath");
      Path log = folder.path().resolve("log");
      Process maven =
          new ProcessBuilder(
                  "mvn",
                  "--quiet",
                  "--batch-mode",
                  "dependency:build-classpath",
                  "-Dmdep.outputFile=" + answer)
              .directory(folder.path().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (maven.waitFor() != 0) {
        System.out.println("without Gatling: " + Files.readString(log));
        return Optional.empty();
      }
      return Optional.of(Files.readString(answer).strip());
    }
  }

  @Override
  public long make(Duration time) {
    return simulation.applyAsLong(time.toMillis());
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }

  private static void compile(String classPath, Path folder) throws IOException {
    String file = SIMULATION + ".java";
    try (InputStream source = GatlingVisits.class.getResourceAsStream(file)) {
      Files.copy(source, folder.resolve(file));
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                System.in,
                System.out,
                System.err,
                "-proc:none",
                "-classpath",
                classPath,
                folder.resolve(file).toString());
    if (result != 0) {
      throw new IOException("the simulation does not compile");
    }
  }
}
