package io.trafficgen.web.fake;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Pages of a list in memory, newest first. */
final class Slice {
  private Slice() {}

  static <T> Page<T> of(List<T> all, PageRequest request, Function<T, Position> position) {
    Comparator<Position> newestFirst =
        Comparator.comparing(Position::at).thenComparing(Position::id).reversed();
    List<T> found =
        all.stream()
            .sorted(Comparator.comparing(position, newestFirst))
            .filter(item ->
                request.after().isEmpty()
                    || newestFirst.compare(position.apply(item), request.after().get()) > 0)
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(found, request.limit(), position);
  }
}
