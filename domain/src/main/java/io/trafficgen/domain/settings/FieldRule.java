package io.trafficgen.domain.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One field of the product page, 1.3: what of the parsed settings it shows, and when it does less
 * than it says. The first clause that applies decides; without one the field is honoured.
 *
 * @param value as {@link ShownValue} takes it
 */
record FieldRule(String name, Function<EffectiveCase, ?> value, List<Clause> clauses) {
  FieldRule {
    clauses = List.copyOf(clauses);
  }

  record Clause(
      Predicate<EffectiveCase> when, Treatment treatment, Function<EffectiveCase, String> reason) {}

  static FieldRule honoured(String name, Function<ProjectSettings, ?> value) {
    return inForce(name, project -> value.apply(project.settings()));
  }

  /** Honoured with a value that is not of the settings alone. */
  static FieldRule inForce(String name, Function<EffectiveCase, ?> value) {
    return new FieldRule(name, value, List.of());
  }

  /** Of no effect, whatever stands there. */
  static FieldRule ignored(String name, String reason) {
    return honoured(name, settings -> Optional.empty()).ignored(project -> true, reason);
  }

  FieldRule limited(Predicate<EffectiveCase> when, String reason) {
    return with(new Clause(when, Treatment.LIMITED, project -> reason));
  }

  /** Limited always. */
  FieldRule limited(Function<EffectiveCase, String> reason) {
    return with(new Clause(project -> true, Treatment.LIMITED, reason));
  }

  FieldRule ignored(Predicate<EffectiveCase> when, String reason) {
    return with(new Clause(when, Treatment.IGNORED, project -> reason));
  }

  /** Honoured, though another field says what the value is. */
  FieldRule decided(Predicate<EffectiveCase> when, String reason) {
    return with(new Clause(when, Treatment.HONOURED, project -> reason));
  }

  EffectiveField apply(EffectiveCase project) {
    Optional<Clause> clause = clauses.stream().filter(one -> one.when().test(project)).findFirst();
    Treatment treatment = clause.map(Clause::treatment).orElse(Treatment.HONOURED);
    Optional<Object> shown =
        treatment == Treatment.IGNORED ? Optional.empty() : ShownValue.of(value.apply(project));
    Optional<String> reason =
        clause
            .map(one -> one.reason().apply(project))
            .or(() -> project.given(name) ? Optional.empty() : Optional.of("default"));
    return new EffectiveField(name, treatment, shown, reason);
  }

  private FieldRule with(Clause clause) {
    return new FieldRule(name, value, Stream.concat(clauses.stream(), Stream.of(clause)).toList());
  }
}
