package io.trafficgen.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** SQL in files of the jar. */
final class NamedQueries {
  private static final String NAME = "-- ";

  private NamedQueries() {}

  /**
   * A comment at the beginning of a line is the name of what follows; what stands before the first
   * has an empty name.
   */
  static Map<String, String> read(String file) {
    Map<String, String> queries = new LinkedHashMap<>();
    String name = "";
    for (String line : text(file).lines().toList()) {
      if (line.startsWith(NAME)) {
        name = line.substring(NAME.length());
        queries.put(name, "");
      } else {
        queries.merge(name, line + "\n", String::concat);
      }
    }
    return queries;
  }

  static String text(String file) {
    try (InputStream in = NamedQueries.class.getResourceAsStream("/db/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
