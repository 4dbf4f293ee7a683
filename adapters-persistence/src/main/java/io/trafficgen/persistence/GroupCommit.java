package io.trafficgen.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets callers who come at the same time share one commit. Who finds nobody at work stores at once,
 * alone; who comes meanwhile waits, and the first of them then stores for all that wait.
 *
 * @param <T> what a caller brings
 * @param <R> what it gets
 */
final class GroupCommit<T, R> {
  private final Function<List<T>, List<R>> store;
  private final int together;
  private final Semaphore places;
  private final Duration patience;
  private final Queue<Call<T, R>> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param store commits all, or throws and none; answers in the order that it was given
   * @param together the most that one commit takes
   * @param atOnce the most callers; further ones wait outside
   * @param patience how long they do
   */
  GroupCommit(Function<List<T>, List<R>> store, int together, int atOnce, Duration patience) {
    this.store = store;
    this.together = together;
    this.places = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /**
   * Returns when the item is committed. What fails in company is tried alone, so that nobody fails
   * for another's item.
   *
   * @throws UncheckedIOException if the database is away, or too many callers wait
   */
  R commit(T item) {
    enter();
    try {
      Call<T, R> call = new Call<>(item);
      if (findsNobody(call) || call.leads.join()) {
        storeAllThatWait();
      }
      return call.answer.get();
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new UncheckedIOException(new IOException("too much waits to be stored"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted before it was stored", e));
    }
  }

  private synchronized boolean findsNobody(Call<T, R> call) {
    waiting.add(call);
    boolean first = !busy;
    busy = true;
    return first;
  }

  private synchronized List<Call<T, R>> next() {
    List<Call<T, R>> batch = new ArrayList<>();
    while (batch.size() < together && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    return batch;
  }

  private synchronized void handOn() {
    Call<T, R> next = waiting.peek();
    busy = next != null;
    if (next != null) {
      next.leads.complete(true);
    }
  }

  /** The leader's own call is the oldest that waits. */
  private void storeAllThatWait() {
    List<Call<T, R>> batch = next();
    try {
      store(batch);
    } finally {
      handOn();
      batch.forEach(call -> call.leads.complete(false));
    }
  }

  private void store(List<Call<T, R>> batch) {
    try {
      List<R> answers = store.apply(batch.stream().map(call -> call.item).toList());
      for (int i = 0; i < batch.size(); i++) {
        R answer = answers.get(i);
        batch.get(i).answer = () -> answer;
      }
    } catch (UncheckedIOException away) {
      batch.forEach(call -> call.fail(away));
    } catch (RuntimeException e) {
      if (batch.size() == 1) {
        batch.getFirst().fail(e);
      } else {
        storeApart(batch);
      }
    }
  }

  private void storeApart(List<Call<T, R>> batch) {
    for (int i = 0; i < batch.size(); i++) {
      Call<T, R> call = batch.get(i);
      try {
        R answer = store.apply(List.of(call.item)).getFirst();
        call.answer = () -> answer;
      } catch (UncheckedIOException away) {
        batch.subList(i, batch.size()).forEach(rest -> rest.fail(away));
        return;
      } catch (RuntimeException e) {
        call.fail(e);
      }
    }
  }

  /** Written by the leader before it completes {@code leads}. */
  private static final class Call<T, R> {
    final T item;
    final CompletableFuture<Boolean> leads = new CompletableFuture<>();
    Supplier<R> answer =
        () -> {
          throw new UncheckedIOException(new IOException("broken off before it was stored"));
        };

    Call(T item) {
      this.item = item;
    }

    void fail(RuntimeException reason) {
      answer =
          () -> {
            throw reason;
          };
    }
  }
}
