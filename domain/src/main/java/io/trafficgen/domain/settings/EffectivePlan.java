package io.trafficgen.domain.settings;

import io.trafficgen.domain.json.JsonValue.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the settings come to, field by field (product page, 1.3): every field of the page in its
 * order, given or not, then the fields that nobody knows. It shows the very {@link ProjectSettings}
 * that a project runs with.
 */
public record EffectivePlan(List<EffectiveField> fields) {
  static final List<FieldRule> RULES =
      Stream.of(VisitFields.RULES, SourceFields.RULES, ScheduleFields.RULES, QaFields.RULES)
          .flatMap(List::stream)
          .toList();

  private static final Set<String> KNOWN = known();

  public EffectivePlan {
    fields = List.copyOf(fields);
  }

  /**
   * The plan of a project with these settings.
   *
   * @param dailyLimit visits a day; 0 = unlimited, so that nothing is spread over a day
   * @throws io.trafficgen.domain.InvalidValueException as {@link ProjectSettings#parse} does
   */
  public static EffectivePlan of(SettingsDocument document, int dailyLimit) {
    EffectiveCase project =
        new EffectiveCase(ProjectSettings.parse(document), document.root(), dailyLimit);
    return new EffectivePlan(
        Stream.concat(
                RULES.stream().map(rule -> rule.apply(project)),
                unknown(document.root(), "")
                    .map(name -> FieldRule.ignored(name, "unknown, kept as written"))
                    .map(rule -> rule.apply(project)))
            .toList());
  }

  private static Stream<String> unknown(JsonObject object, String prefix) {
    return object.members().entrySet().stream()
        .flatMap(member -> {
          String name = prefix + member.getKey();
          // a dot in a key must not make it look like a field inside another
          boolean known = !member.getKey().contains(".") && KNOWN.contains(name);
          if (!known) {
            return Stream.of(name);
          }
          return isGroup(name) && member.getValue() instanceof JsonObject inner
              ? unknown(inner, name + ".")
              : Stream.empty();
        });
  }

  private static boolean isGroup(String name) {
    return RULES.stream().noneMatch(rule -> rule.name().equals(name));
  }

  /** Names of all fields, and of the objects that they stand in. */
  private static Set<String> known() {
    Set<String> known = new HashSet<>();
    for (FieldRule rule : RULES) {
      String name = rule.name();
      for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        known.add(name.substring(0, dot));
      }
      known.add(name);
    }
    return known;
  }
}
