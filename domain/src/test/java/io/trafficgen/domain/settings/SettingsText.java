package io.trafficgen.domain.settings;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Settings for tests, written as JSON with single quotes. */
final class SettingsText {
  static final String ENTRY = "'entryUrls':'https://a.example/'";

  private SettingsText() {}

  /** A document with an entry URL and {@code members}. */
  static SettingsDocument document(String members) {
    return SettingsDocument.parse(("{" + ENTRY + members + "}").replace('\'', '"'));
  }

  /** A document in which only {@code field} is set; {@code qa.success.maxStatus} stands in qa. */
  static SettingsDocument only(String field, String json) {
    String[] steps = field.split("\\.", -1);
    String member = "'%s':%s".formatted(steps[steps.length - 1], json);
    for (int i = steps.length - 2; i >= 0; i--) {
      member = "'%s':{%s}".formatted(steps[i], member);
    }
    String entry = field.equals("entryUrls") ? "" : ENTRY + ",";
    return SettingsDocument.parse(("{" + entry + member + "}").replace('\'', '"'));
  }

  /** The parsed settings of {@link #document}. */
  static ProjectSettings settings(String members) {
    return ProjectSettings.parse(document(members));
  }

  /** What is wrong with the document. */
  static List<Problem> problems(SettingsDocument document) {
    return Assertions.catchThrowableOfType(
            InvalidValueException.class, () -> ProjectSettings.parse(document))
        .problems();
  }
}
