package io.trafficgen.engine;

import java.lang.reflect.Array;
import java.util.List;
import org.apache.commons.lang3.reflect.FieldUtils;
import org.htmlunit.corejs.javascript.JSCode;
import org.htmlunit.corejs.javascript.JSDescriptor;
import org.htmlunit.corejs.javascript.Script;

/**
 * Whether running a compiled script leaves something in it. Only the literals of tagged templates
 * do: their objects belong to the page that ran them first.
 */
final class ScriptState {
  private ScriptState() {}

  /** Whether every run of it begins as the first one did; in doubt it does not. */
  static boolean isNone(Script script) {
    JSDescriptor<?> descriptor = script.getDescriptor();
    return descriptor != null && isNone(List.of(descriptor));
  }

  private static boolean isNone(List<? extends JSDescriptor<?>> functions) {
    return functions.stream()
        .allMatch(function ->
            isNone(function.getCode())
                && (function.getConstructor() == null || isNone(function.getConstructor()))
                && isNone(function.getNestedFunctions()));
  }

  private static boolean isNone(JSCode<?> code) {
    if (code.equals(JSCode.NOT_CALLABLE)) {
      return true;
    }
    try {
      // the compiler tells nobody
      Object templates = FieldUtils.readField(code, "itsTemplateLiterals", true);
      return templates == null || Array.getLength(templates) == 0;
    } catch (IllegalAccessException | IllegalArgumentException e) {
      return false;
    }
  }
}
