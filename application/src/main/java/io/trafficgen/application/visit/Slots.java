package io.trafficgen.application.visit;

/** How many visits of a project may be under way at once, over all its grants on this node. */
final class Slots {
  private int limit;
  private int taken;

  Slots(int limit) {
    this.limit = limit;
  }

  /** Settings may change while visits of the old ones are under way. */
  synchronized void limit(int limit) {
    this.limit = limit;
  }

  synchronized boolean take() {
    if (taken >= limit) {
      return false;
    }
    taken++;
    return true;
  }

  synchronized void free() {
    taken--;
  }

  synchronized boolean unused() {
    return taken == 0;
  }
}
