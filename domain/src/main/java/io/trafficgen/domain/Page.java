package io.trafficgen.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list, newest first.
 *
 * @param next where the next part begins; empty on the last page
 */
public record Page<T>(List<T> items, Optional<PageRequest.Position> next) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts what a query for one row more than {@code limit} found.
   *
   * @param position where an item stands in the list
   */
  public static <T> Page<T> of(
      List<T> found, int limit, Function<? super T, PageRequest.Position> position) {
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    return new Page<>(found.subList(0, limit), Optional.of(position.apply(found.get(limit - 1))));
  }

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), next);
  }
}
