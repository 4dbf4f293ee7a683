package io.trafficgen.domain.exit;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.json.JsonReader;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonArray;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The exits of an installation, at least one, each with a name of its own.
 *
 * <p>Written as a JSON list of {@code {id, url | direct:true, country?, region?, public_ip?,
 * max_concurrent?}}.
 */
public record ExitList(List<Exit> exits) {
  /** Most page loads at once of one exit, and what an exit takes where nothing is said. */
  static final int MAX_CONCURRENT = 1_000;

  static final String EXAMPLE =
      "[{\"id\":\"de-1\",\"country\":\"DE\",\"url\":\"" + ProxyAddress.EXAMPLE + "\"}]";

  public ExitList {
    exits = List.copyOf(exits);
  }

  /** What there is where nothing is configured. */
  public static ExitList standard() {
    return new ExitList(List.of(Exit.direct()));
  }

  /**
   * Reads the JSON list.
   *
   * @throws InvalidValueException with every problem at once; no password stands in it
   */
  public static ExitList parse(byte[] utf8) {
    if (!(JsonReader.read(utf8) instanceof JsonArray list) || list.elements().isEmpty()) {
      throw new InvalidValueException("", "must be a list of exits, at least one", EXAMPLE);
    }
    List<Problem> problems = new ArrayList<>();
    List<Exit> exits = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < list.elements().size(); i++) {
      int place = i;
      exit(list.elements().get(i), "/" + i, problems)
          .ifPresent(exit -> {
            exits.add(exit);
            if (!ids.add(exit.id())) {
              problems.add(
                  new Problem("/" + place + "/id", "is the name of an exit before it", "de-2"));
            }
          });
    }
    if (!problems.isEmpty()) {
      throw new InvalidValueException(problems);
    }
    return new ExitList(exits);
  }

  private static Optional<Exit> exit(JsonValue value, String at, List<Problem> problems) {
    if (!(value instanceof JsonObject object)) {
      problems.add(new Problem(at, "must be an object", EXAMPLE));
      return Optional.empty();
    }
    return new ExitFields(object, at, problems).read();
  }
}
