package io.trafficgen.bootstrap;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at fields, signatures and at the signatures of all that is called. */
final class UseNoFloatingPoint extends ArchCondition<JavaClass> {
  private static final Set<String> FLOATING =
      Set.of("float", "double", Float.class.getName(), Double.class.getName());

  UseNoFloatingPoint() {
    super("use no float and no double");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (var field : type.getFields()) {
      report(type, Stream.of(field.getRawType()), field.getDescription(), events);
    }
    for (var unit : type.getCodeUnits()) {
      report(type, signature(unit), unit.getDescription(), events);
    }
    for (var access : type.getAccessesFromSelf()) {
      if (access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target) {
        report(
            type,
            Stream.concat(
                target.getRawParameterTypes().stream(), Stream.of(target.getRawReturnType())),
            access.getDescription(),
            events);
      }
    }
  }

  private static Stream<JavaClass> signature(JavaCodeUnit unit) {
    return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()));
  }

  private static void report(
      JavaClass type, Stream<JavaClass> used, String where, ConditionEvents events) {
    if (used.anyMatch(use -> FLOATING.contains(use.getBaseComponentType().getName()))) {
      events.add(SimpleConditionEvent.violated(type, "floating point: " + where));
    }
  }
}
