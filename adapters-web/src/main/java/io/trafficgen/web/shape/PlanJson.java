package io.trafficgen.web.shape;

import io.trafficgen.application.project.PlanReport;
import io.trafficgen.domain.Problem;
import io.trafficgen.domain.settings.EffectiveField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a project's settings come to (product page, 1.3). */
public record PlanJson(
    List<FieldJson> fields, ForecastJson forecast, List<ObstacleJson> obstacles) {
  public static PlanJson of(PlanReport report) {
    return new PlanJson(
        report.plan().fields().stream().map(FieldJson::of).toList(),
        ForecastJson.of(report.forecast()),
        report.obstacles().stream().map(ObstacleJson::of).toList());
  }

  /**
   * What becomes of one field.
   *
   * @param value in force
   */
  public record FieldJson(
      String field, String treatment, Optional<Object> value, Optional<String> reason) {
    static FieldJson of(EffectiveField field) {
      return new FieldJson(
          field.field(),
          field.treatment().name().toLowerCase(Locale.ROOT),
          field.value(),
          field.reason());
    }
  }

  /** What a start would be refused for, as its problem document says it. */
  public record ObstacleJson(String pointer, String reason, String example) {
    static ObstacleJson of(Problem problem) {
      return new ObstacleJson(problem.pointer(), problem.reason(), problem.example());
    }
  }
}
