package io.trafficgen.engine.worker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a worker is started.
 *
 * @param java the launcher of a JDK or JRE, 21 or later
 * @param classPath of this very program; relative entries are made absolute
 * @param folder where each worker gets a temporary folder of its own
 * @param loads at once in a worker, {@link #MOST_LOADS} at most; its heap grows with them
 * @param options for the worker's JVM, beside the ones that are always given
 */
public record WorkerLaunch(
    Path java, String classPath, Path folder, int loads, List<String> options) {
  /** Every option that a worker's JVM always gets. */
  private static final List<String> ALWAYS =
      List.of(
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          // standard output belongs to the frames, whatever the JVM has to say
          "-XX:+DisplayVMOutputToStderr",
          "-Xlog:disable",
          "-Djava.awt.headless=true",
          // or it would look past the next one, for other libraries that log
          "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
          "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

  /** Gives a worker a session of its own, so that Ctrl-C on our terminal does not reach it. */
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private static final int MEGABYTES = 224;
  private static final int MEGABYTES_A_LOAD = 32;

  /** More loads in a process would wait for one another's connections, and fall together. */
  public static final int MOST_LOADS = 32;

  public WorkerLaunch {
    if (loads < 1 || loads > MOST_LOADS) {
      throw new IllegalArgumentException("loads in a worker: " + loads);
    }
    options = List.copyOf(options);
  }

  /** How large the heap of a worker may grow that serves so many loads at once. */
  public static int heapMegabytes(int loads) {
    return MEGABYTES + MEGABYTES_A_LOAD * loads;
  }

  /** For a worker with a single load. */
  WorkerLaunch alone() {
    return new WorkerLaunch(java, classPath, folder, 1, options);
  }

  List<String> command(Path temporary) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.add(java.toString());
    command.addAll(ALWAYS);
    command.add("-Xmx" + heapMegabytes(loads) + "m");
    command.addAll(options);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-cp");
    command.add(
        Stream.of(classPath.split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(WorkerMain.class.getName());
    command.add(temporary.toString());
    return command;
  }
}
