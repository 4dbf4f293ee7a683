package io.trafficgen.web.shape;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.trafficgen.application.project.ProjectReport;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.visit.BindingCap;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A project, and why it does what it does now.
 *
 * @param settings the saved text itself, byte for byte
 */
public record ProjectJson(
    UUID id,
    UUID userId,
    String name,
    String status,
    String statusReason,
    Optional<Instant> nextVisitAt,
    Optional<String> bindingCap,
    String planType,
    int dailyLimit,
    int totalTarget,
    Optional<Instant> expiresAt,
    @JsonRawValue String settings,
    Instant createdAt) {
  public static ProjectJson of(ProjectReport report) {
    Project project = report.project();
    return new ProjectJson(
        project.id().value(),
        project.account().value(),
        project.name(),
        project.status().wireName(),
        report.statusReason(),
        report.nextVisitAt(),
        report.bindingCap().map(BindingCap::wireName),
        project.planType(),
        project.limits().dailyLimit(),
        project.limits().totalTarget(),
        project.limits().expiresAt(),
        project.settings().text(),
        project.createdAt());
  }
}
