package io.trafficgen.application.fake;

import io.trafficgen.application.port.HitSpool;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Batches in memory, up to a number of them. */
public final class InMemoryHitSpool implements HitSpool {
  private final Deque<Batch> batches = new ArrayDeque<>();
  private int room;
  private int lost;

  /**
   * @param room batches that it takes
   */
  public InMemoryHitSpool(int room) {
    this.room = room;
  }

  /** From now on. */
  public void room(int batches) {
    this.room = batches;
  }

  public int lost() {
    return lost;
  }

  @Override
  public boolean append(Batch batch) {
    return batches.size() < room && batches.add(batch);
  }

  @Override
  public Optional<Batch> first() {
    return Optional.ofNullable(batches.peek());
  }

  @Override
  public void removeFirst() {
    batches.remove();
  }

  @Override
  public void lost(int rows) {
    lost += rows;
  }
}
