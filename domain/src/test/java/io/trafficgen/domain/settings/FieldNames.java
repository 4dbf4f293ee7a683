package io.trafficgen.domain.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of fields, as the code has them. */
final class FieldNames {
  private FieldNames() {}

  /** Fields that {@link ProjectSettings} reads, whatever is given. */
  static Set<String> asked() {
    Set<String> pointers = new LinkedHashSet<>();
    for (String members : List.of("", ",'geoTargets':[]")) {
      FieldReader fields = FieldReader.of(SettingsText.document(members).root());
      ProjectSettings.read(fields);
      pointers.addAll(fields.asked());
    }
    return pointers.stream()
        .map(pointer -> pointer.substring(1).replace('/', '.'))
        .collect(Collectors.toSet());
  }

  /** Fields of the effective plan that are of no effect, whatever stands there. */
  static List<String> ignored() {
    return EffectivePlan.RULES.stream()
        .map(FieldRule::name)
        .filter(name -> !asked().contains(name))
        .toList();
  }
}
