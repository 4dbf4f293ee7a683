package io.trafficgen.persistence;

import io.trafficgen.application.port.BrokenInvariant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The invariants of the billing page, 3.5, and of the counters: queries in {@code db/invariants}
 * that must find nothing, each under its promise. They run on production data, so that each passes
 * over its tables once, with no subquery for each row; and after each step of a simulation, so that
 * they are one statement, whose balances of ledger accounts are added up once.
 */
final class LedgerInvariants {
  private static final int MOST_SHOWN = 10;

  /** What the others share, under the empty name; then the promises. */
  private static final Map<String, String> QUERIES = new LinkedHashMap<>();

  static {
    Stream.of("money", "payments", "commission", "visits")
        .map(file -> NamedQueries.read("invariants/" + file + ".sql"))
        .forEach(QUERIES::putAll);
  }

  private static final String SHARED = Optional.ofNullable(QUERIES.remove("")).orElse("");
  private static final List<String> PROMISES = List.copyOf(QUERIES.keySet());
  private static final String STATEMENT =
      SHARED
          + IntStream.range(0, PROMISES.size())
              .mapToObj(LedgerInvariants::violations)
              .collect(Collectors.joining(" union all\n"));

  private LedgerInvariants() {}

  /** Materialized, since a bare limit has the database plan for rows that it will never find. */
  private static String violations(int promise) {
    return "select "
        + promise
        + " as promise, cast(found.place as text) as place from (with broken as materialized (\n"
        + QUERIES.get(PROMISES.get(promise))
        + ") select * from broken limit "
        + MOST_SHOWN
        + ") as found (place)";
  }

  /** All that are looked for. */
  static List<String> promises() {
    return PROMISES;
  }

  /** Those that do not hold, each with the first rows that break it. */
  static List<BrokenInvariant> broken(Handle handle) {
    Map<Integer, List<String>> broken = new TreeMap<>();
    handle
        .createQuery(STATEMENT)
        .map((row, context) -> Map.entry(row.getInt("promise"), row.getString("place")))
        .forEach(found ->
            broken
                .computeIfAbsent(found.getKey(), promise -> new ArrayList<>())
                .add(found.getValue()));
    return broken.entrySet().stream()
        .map(found -> new BrokenInvariant(PROMISES.get(found.getKey()), found.getValue()))
        .toList();
  }
}
