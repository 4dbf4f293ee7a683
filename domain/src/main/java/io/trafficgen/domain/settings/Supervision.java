package io.trafficgen.domain.settings;

import java.util.List;
import java.util.Objects;

/** How a project's run is judged, ended, told of and found again. */
public record Supervision(
    SuccessRule success,
    StopRule stopRule,
    Notices notices,
    List<String> labels,
    boolean autoRenew) {
  public Supervision {
    Objects.requireNonNull(success, "success");
    Objects.requireNonNull(stopRule, "stopRule");
    Objects.requireNonNull(notices, "notices");
    labels = List.copyOf(labels);
  }

  static Supervision read(FieldReader fields, FieldReader qa) {
    return new Supervision(
        SuccessRule.read(qa.object("success")),
        StopRule.read(qa.object("stopOn")),
        Notices.read(qa.object("notify")),
        qa.read("labels", List.of(), Labels::parse),
        fields.read("autoRenew", false, ScalarForm::flag));
  }
}
