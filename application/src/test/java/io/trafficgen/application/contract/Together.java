package io.trafficgen.application.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same from several threads at once. */
public final class Together {
  private Together() {}

  /**
   * @param times how often each thread repeats the work
   * @return what all threads got, together
   */
  public static <R> List<R> collect(int threads, Callable<List<R>> work, int times) {
    CyclicBarrier start = new CyclicBarrier(threads);
    Callable<List<R>> repeated =
        () -> {
          start.await();
          List<R> results = new ArrayList<>();
          for (int i = 0; i < times; i++) {
            results.addAll(work.call());
          }
          return results;
        };
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<R> all = new ArrayList<>();
      for (Future<List<R>> part : executor.invokeAll(Collections.nCopies(threads, repeated))) {
        all.addAll(part.get());
      }
      return all;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
