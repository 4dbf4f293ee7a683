package io.trafficgen.persistence;

import io.trafficgen.application.port.BrokenInvariant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** The invariants of the billing page, 3.5: {@code db/invariants.sql} must find nothing. */
final class LedgerInvariants {
  private static final int MOST_SHOWN = 10;
  private static final String QUERY = read();

  private LedgerInvariants() {}

  private static String read() {
    try (InputStream file = LedgerInvariants.class.getResourceAsStream("/db/invariants.sql")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that do not hold, each with the first places that break it. */
  static List<BrokenInvariant> broken(Handle handle) {
    Map<String, List<String>> broken = new LinkedHashMap<>();
    handle
        .createQuery(QUERY)
        .map((row, context) -> Map.entry(row.getString("promise"), row.getString("place")))
        .forEach(found ->
            broken
                .computeIfAbsent(found.getKey(), promise -> new ArrayList<>())
                .add(found.getValue()));
    return broken.entrySet().stream()
        .map(found ->
            new BrokenInvariant(
                found.getKey(), found.getValue().stream().limit(MOST_SHOWN).toList()))
        .toList();
  }
}
