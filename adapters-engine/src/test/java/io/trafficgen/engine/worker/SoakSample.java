package io.trafficgen.engine.worker;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this process and its children hold at a moment, by Linux' own count.
 *
 * @param files in the workers' temporary folders
 * @param descriptors of this process
 * @param largestChild memory of the largest child, in kilobytes, as the system counts it
 * @param heap of this process after a collection, in kilobytes
 */
record SoakSample(
    long files,
    long threads,
    long descriptors,
    long children,
    long descriptorsOfChildren,
    long largestChild,
    long heap) {
  static SoakSample take(Path workers) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    List<Long> children = ProcessHandle.current().children().map(ProcessHandle::pid).toList();
    return new SoakSample(
        count(workers),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        descriptors("self"),
        children.size(),
        children.stream().mapToLong(pid -> descriptors("" + pid)).sum(),
        children.stream().mapToLong(SoakSample::memory).max().orElse(0),
        (runtime.totalMemory() - runtime.freeMemory()) / 1_000);
  }

  /** Its parts in one order, for comparisons. */
  List<Long> parts() {
    return List.of(
        files, threads, descriptors, children, descriptorsOfChildren, largestChild, heap);
  }

  private static long descriptors(String process) {
    return Optional.ofNullable(new File("/proc/" + process + "/fd").list())
        .map(names -> names.length)
        .orElse(0);
  }

  /** A child may end while it is looked at. */
  private static long count(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.count() - 1;
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static long memory(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
