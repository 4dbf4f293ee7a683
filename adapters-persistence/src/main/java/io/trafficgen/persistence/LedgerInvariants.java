package io.trafficgen.persistence;

import io.trafficgen.application.port.BrokenInvariant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The invariants of the billing page, 3.5, and of the counters: queries that must find nothing,
 * each under its promise. They run on production data, so that each passes over its tables once: no
 * subquery for each row.
 */
final class LedgerInvariants {
  private static final int MOST_SHOWN = 10;

  private static final Map<String, String> VIOLATIONS = new LinkedHashMap<>();

  static {
    Stream.of("ledger-promises.sql", "commission-promises.sql", "visit-promises.sql")
        .map(NamedQueries::read)
        .forEach(VIOLATIONS::putAll);
  }

  private LedgerInvariants() {}

  /** All promises, in the order in which they are looked at. */
  static Set<String> promises() {
    return VIOLATIONS.keySet();
  }

  /** Those that do not hold, each with the first rows that break it. */
  static List<BrokenInvariant> broken(Handle handle) {
    List<BrokenInvariant> broken = new ArrayList<>();
    VIOLATIONS.forEach((promise, query) -> {
      List<String> where =
          handle.createQuery(query + "limit " + MOST_SHOWN).mapTo(String.class).list();
      if (!where.isEmpty()) {
        broken.add(new BrokenInvariant(promise, where));
      }
    });
    return broken;
  }
}
