package io.trafficgen.application.fake;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/** Parts of lists in memory. */
final class NewestFirst {
  /** The text of an identity sorts as PostgreSQL sorts identities. */
  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::at)
          .thenComparing(position -> position.id().toString())
          .reversed();

  private NewestFirst() {}

  static <T> Page<T> page(Stream<T> items, PageRequest request, Function<T, Position> position) {
    return Page.of(
        items
            .filter(item ->
                request.after().stream()
                    .allMatch(after -> ORDER.compare(after, position.apply(item)) < 0))
            .sorted(Comparator.comparing(position, ORDER))
            .limit(request.limit() + 1L)
            .toList(),
        request.limit(),
        position);
  }
}
