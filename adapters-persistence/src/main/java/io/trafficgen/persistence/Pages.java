package io.trafficgen.persistence;

import io.trafficgen.domain.Page;
import io.trafficgen.domain.PageRequest;
import io.trafficgen.domain.PageRequest.Position;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Parts of lists. The query of one carries {@code (<time>, id) < (:at, :after)}, orders by both
 * descending and ends with {@code limit :rows}.
 */
final class Pages {
  /** Before whatever a list begins with. */
  private static final Position BEGINNING =
      new Position(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  private Pages() {}

  static <T> Page<T> of(
      Query query,
      PageRequest request,
      RowMapper<T> mapper,
      Function<? super T, Position> position) {
    Position after = request.after().orElse(BEGINNING);
    return Page.of(
        query
            .bind("at", after.at())
            .bind("after", after.id())
            .bind("rows", request.limit() + 1)
            .map(mapper)
            .list(),
        request.limit(),
        position);
  }
}
