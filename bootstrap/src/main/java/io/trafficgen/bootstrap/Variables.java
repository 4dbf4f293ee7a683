package io.trafficgen.bootstrap;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads environment variables and gathers what is wrong with them. */
final class Variables {
  private static final String PREFIX = "TRAFFICGEN_";
  private static final String FILE_SUFFIX = "_FILE";
  private static final Set<String> KNOWN =
      Set.of(
          "TRAFFICGEN_PORT",
          "TRAFFICGEN_BASE_URL",
          "TRAFFICGEN_DATA",
          "TRAFFICGEN_JWT_KEYS",
          "TRAFFICGEN_REGISTRATION",
          "TRAFFICGEN_SIGNUP_URL",
          "TRAFFICGEN_WEBHOOK_STANDARD_SECRET",
          "TRAFFICGEN_WEBHOOK_REVOLUT_SECRET",
          "TRAFFICGEN_REVOLUT_API_URL",
          "TRAFFICGEN_REVOLUT_API_KEY",
          "TRAFFICGEN_WEBHOOK_WISE_PUBLIC_KEY",
          "TRAFFICGEN_WISE_SUBSCRIPTION",
          "TRAFFICGEN_WISE_PROFILE",
          "TRAFFICGEN_PAY_URL",
          "TRAFFICGEN_MINIMUM_PURCHASE",
          "TRAFFICGEN_MAXIMUM_PURCHASE",
          "TRAFFICGEN_ALLOWED_HOSTS",
          "TRAFFICGEN_EXITS",
          "TRAFFICGEN_SIGNING_KEY",
          "TRAFFICGEN_SMTP_URL",
          "TRAFFICGEN_CORS_ORIGINS",
          "TRAFFICGEN_TRUSTED_PROXIES",
          "TRAFFICGEN_ADMIN_PORT",
          "TRAFFICGEN_LOADS");

  private final Map<String, String> environment;
  private final List<Problem> problems = new ArrayList<>();

  Variables(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  static List<String> unknown(Map<String, String> environment) {
    return environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX))
        .filter(name -> !KNOWN.contains(withoutSuffix(name)))
        .sorted()
        .toList();
  }

  private static String withoutSuffix(String name) {
    return name.endsWith(FILE_SUFFIX)
        ? name.substring(0, name.length() - FILE_SUFFIX.length())
        : name;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** A secret stands in the variable itself or in the file that {@code <name>_FILE} names. */
  <T> Optional<T> secret(String name, Function<String, T> parser) {
    try {
      return secret(name).map(parser);
    } catch (InvalidValueException e) {
      refuse(name, e.problems().get(0).reason(), e.problems().get(0).example());
      return Optional.empty();
    }
  }

  private Optional<String> secret(String name) {
    Optional<String> file = text(name + FILE_SUFFIX);
    if (file.isEmpty()) {
      return text(name);
    }
    if (text(name).isPresent()) {
      refuse(name, "is set both directly and as " + name + FILE_SUFFIX, "one of the two");
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(Path.of(file.get())).strip()).filter(s -> !s.isEmpty());
    } catch (IOException e) {
      refuse(name + FILE_SUFFIX, "cannot be read: " + file.get(), "/run/secrets/secret");
      return Optional.empty();
    }
  }

  <T> T read(String name, T fallback, Function<String, T> parser, String example) {
    Optional<String> text = text(name);
    try {
      return text.map(parser).orElse(fallback);
    } catch (InvalidValueException e) {
      refuse(name, e.problems().get(0).reason(), example);
    } catch (IllegalArgumentException e) {
      refuse(name, "\"" + text.orElse("") + "\" is no usable value", example);
    }
    return fallback;
  }

  /** What the file holds that a variable names; each problem inside it is one of its own. */
  <T> Optional<T> file(String name, Function<byte[], T> parser, String example) {
    Optional<String> file = text(name);
    try {
      return file.isEmpty()
          ? Optional.empty()
          : Optional.of(parser.apply(Files.readAllBytes(Path.of(file.get()))));
    } catch (InvalidValueException e) {
      e.problems()
          .forEach(problem ->
              refuse(
                  (name + " " + problem.pointer()).strip(), problem.reason(), problem.example()));
    } catch (IOException | InvalidPathException e) {
      // Not what stands there: it may be the secret itself.
      refuse(name, "names no file that can be read", example);
    }
    return Optional.empty();
  }

  /** Refuses an absent variable, unless it is refused for what it holds. */
  void require(String name, String reason, String example) {
    if (problems.stream().noneMatch(problem -> problem.pointer().equals(name))) {
      refuse(name, reason, example);
    }
  }

  void refuse(String name, String reason, String example) {
    problems.add(new Problem(name, reason, example));
  }

  void finish() {
    if (!problems.isEmpty()) {
      throw new InvalidValueException(problems);
    }
  }
}
