package io.trafficgen.persistence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** A store whose first commit lasts until others have queued behind it. */
final class StalledCommits {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final List<List<Integer>> stored = Collections.synchronizedList(new ArrayList<>());
  final CountDownLatch firstIsStored = new CountDownLatch(1);
  final CountDownLatch firstMayEnd = new CountDownLatch(1);

  GroupCommit<Integer, Integer> of(Function<List<Integer>, List<Integer>> store, int together) {
    return new GroupCommit<>(stalling(store), together, 100, PATIENCE);
  }

  /** The first commit lasts until it may end. */
  Function<List<Integer>, List<Integer>> stalling(Function<List<Integer>, List<Integer>> store) {
    return items -> {
      stored.add(items);
      firstIsStored.countDown();
      await(firstMayEnd);
      return store.apply(items);
    };
  }

  /** Calls 1 to {@code count} come one after the other, while call 0 is stored. */
  List<FutureTask<Integer>> callsDuringTheFirst(GroupCommit<Integer, Integer> commit, int count)
      throws InterruptedException {
    List<FutureTask<Integer>> calls = new ArrayList<>();
    calls.add(started(() -> commit.commit(0)));
    firstIsStored.await();
    for (int i = 1; i <= count; i++) {
      int item = i;
      FutureTask<Integer> call = new FutureTask<>(() -> commit.commit(item));
      Thread thread = Thread.ofPlatform().daemon().start(call);
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      calls.add(call);
    }
    firstMayEnd.countDown();
    return calls;
  }

  static <R> FutureTask<R> started(Callable<R> work) {
    FutureTask<R> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
