package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.contract.Together;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final StalledCommits stalled = new StalledCommits();

  @Test
  void each_of_eight_threads_gets_its_own_answers_and_no_two_commits_run_at_once() {
    AtomicInteger numbers = new AtomicInteger();
    AtomicInteger running = new AtomicInteger();
    GroupCommit<Integer, String> commit =
        new GroupCommit<>(
            items -> {
              assertThat(running.incrementAndGet()).isEqualTo(1);
              stalled.stored.add(items);
              running.decrementAndGet();
              return items.stream().map(item -> "stalled.stored " + item).toList();
            },
            3,
            5,
            PATIENCE);

    List<Boolean> right =
        Together.collect(
            8,
            () -> {
              int own = numbers.getAndIncrement();
              return List.of(commit.commit(own).equals("stalled.stored " + own));
            },
            500);

    assertThat(right).hasSize(4000).doesNotContain(false);
    assertThat(stalled.stored).allSatisfy(batch -> assertThat(batch).hasSizeBetween(1, 3));
    assertThat(stalled.stored.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 4000).boxed().toList());
  }

  @Test
  void who_comes_during_a_commit_shares_the_next_one() throws Exception {
    GroupCommit<Integer, Integer> commit = stalled.of(items -> items, 5);

    List<FutureTask<Integer>> calls = stalled.callsDuringTheFirst(commit, 7);

    for (int i = 0; i <= 7; i++) {
      assertThat(calls.get(i).get()).isEqualTo(i);
    }
    assertThat(stalled.stored).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5), List.of(6, 7));
  }

  @Test
  void one_that_cannot_be_stored_fails_alone() throws Exception {
    GroupCommit<Integer, Integer> commit =
        stalled.of(
            items -> {
              if (items.contains(2)) {
                throw new IllegalArgumentException("poison");
              }
              return items;
            },
            8);

    List<FutureTask<Integer>> calls = stalled.callsDuringTheFirst(commit, 3);

    assertThat(calls.get(1).get()).isEqualTo(1);
    assertThat(calls.get(3).get()).isEqualTo(3);
    assertThatThrownBy(calls.get(2)::get)
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("poison");
    assertThat(stalled.stored)
        .containsExactly(List.of(0), List.of(1, 2, 3), List.of(1), List.of(2), List.of(3));
  }

  @Test
  void a_database_that_is_away_is_asked_once_and_told_to_all_then_the_next_is_stored()
      throws Exception {
    AtomicInteger asked = new AtomicInteger();
    GroupCommit<Integer, Integer> commit =
        stalled.of(
            items -> {
              if (asked.incrementAndGet() == 2) {
                throw new UncheckedIOException(new IOException("away"));
              }
              return items;
            },
            8);

    List<FutureTask<Integer>> calls = stalled.callsDuringTheFirst(commit, 3);

    assertThat(calls.get(0).get()).isZero();
    for (FutureTask<Integer> call : calls.subList(1, 4)) {
      assertThatThrownBy(call::get).hasCauseInstanceOf(UncheckedIOException.class);
    }
    assertThat(commit.commit(9)).isEqualTo(9);
    assertThat(stalled.stored).containsExactly(List.of(0), List.of(1, 2, 3), List.of(9));
  }

  @Test
  void an_error_leaves_nobody_waiting() throws Exception {
    GroupCommit<Integer, Integer> commit =
        stalled.of(
            items -> {
              if (items.contains(1)) {
                throw new StackOverflowError();
              }
              return items;
            },
            2);

    List<FutureTask<Integer>> calls = stalled.callsDuringTheFirst(commit, 3);

    assertThatThrownBy(calls.get(1)::get).hasCauseInstanceOf(StackOverflowError.class);
    assertThatThrownBy(calls.get(2)::get).hasCauseInstanceOf(UncheckedIOException.class);
    assertThat(calls.get(3).get()).isEqualTo(3);
  }

  @Test
  void where_too_many_wait_one_more_is_turned_down_and_nothing_of_it_stored() throws Exception {
    GroupCommit<Integer, Integer> commit =
        new GroupCommit<>(stalled.stalling(items -> items), 8, 1, Duration.ZERO);
    FutureTask<Integer> first = StalledCommits.started(() -> commit.commit(0));
    stalled.firstIsStored.await();

    assertThatThrownBy(() -> commit.commit(1))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("too much waits");
    stalled.firstMayEnd.countDown();

    assertThat(first.get()).isZero();
    assertThat(commit.commit(2)).isEqualTo(2);
    assertThat(stalled.stored).containsExactly(List.of(0), List.of(2));
  }

  @Test
  void an_interrupted_caller_is_told_so_and_stays_interrupted() throws Exception {
    GroupCommit<Integer, Integer> commit = new GroupCommit<>(items -> items, 8, 1, PATIENCE);
    FutureTask<Boolean> call =
        StalledCommits.started(() -> {
          Thread.currentThread().interrupt();
          assertThatThrownBy(() -> commit.commit(1)).isInstanceOf(UncheckedIOException.class);
          return Thread.interrupted();
        });

    assertThat(call.get()).isTrue();
  }
}
