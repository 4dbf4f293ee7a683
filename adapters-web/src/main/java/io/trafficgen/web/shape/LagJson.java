package io.trafficgen.web.shape;

/** Tells a watcher how many events gave way because it read too slowly. */
public record LagJson(String type, long dropped) {
  public static LagJson of(long dropped) {
    return new LagJson("lag", dropped);
  }
}
