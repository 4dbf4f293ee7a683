package io.trafficgen.application.visit;

import java.util.List;

/** Lists the exits of this node, in the order of their configuration. */
public final class ListExits {
  private final ExitPool exits;

  public ListExits(ExitPool exits) {
    this.exits = exits;
  }

  public List<ExitState> list() {
    return exits.states();
  }
}
