package io.trafficgen.web;

import io.trafficgen.application.project.ChangeProject.Change;
import io.trafficgen.application.project.ChangeProject.Expiry;
import io.trafficgen.application.project.CreateProject.Draft;
import io.trafficgen.domain.project.VisitLimits;
import io.trafficgen.domain.settings.SettingsDocument;
import java.time.Instant;
import java.util.Optional;

/** Projects as bodies describe them: to create, to preview, to change. */
final class ProjectBodies {
  private static final String UNNAMED = "Plan";
  private static final String DEFAULT_PLAN = "Custom";
  private static final JsonForm<String> NAME = JsonForm.label("Autumn sale");
  private static final JsonForm<String> PLAN = JsonForm.label(DEFAULT_PLAN);
  private static final JsonForm<Integer> DAILY = JsonForm.count("1000");
  private static final JsonForm<Integer> TOTAL = JsonForm.count("50000");
  private static final JsonForm<SettingsDocument> SETTINGS =
      new JsonForm<>("{\"entryUrls\":\"https://shop.example/\"}", SettingsDocument::of);

  private ProjectBodies() {}

  static Draft toCreate(JsonFields body) {
    return draft(body, body.required("name", NAME), true);
  }

  /** As one to create, but for a name that nobody needs, and without a start. */
  static Draft toPreview(JsonFields body) {
    return draft(body, body.optional("name", NAME), false);
  }

  private static Draft draft(JsonFields body, Optional<String> name, boolean mayStart) {
    Optional<String> plan = body.optional("plan_type", PLAN);
    Optional<Integer> daily = body.optional("daily_limit", DAILY);
    Optional<Integer> total = body.optional("total_target", TOTAL);
    Optional<Instant> expires = body.optional("expires_at", JsonForm.time());
    Optional<SettingsDocument> settings = body.required("settings", SETTINGS);
    boolean start = mayStart && body.optional("start", JsonForm.flag()).orElse(false);
    body.requireValid();
    return new Draft(
        name.orElse(UNNAMED),
        plan.orElse(DEFAULT_PLAN),
        new VisitLimits(daily.orElse(0), total.orElse(0), expires),
        settings.orElseThrow(),
        start);
  }

  static Change toChange(JsonFields body) {
    Optional<String> name = body.optional("name", NAME);
    Optional<String> plan = body.optional("plan_type", PLAN);
    Optional<Integer> daily = body.optional("daily_limit", DAILY);
    Optional<Integer> total = body.optional("total_target", TOTAL);
    Optional<Instant> expires = body.optional("expires_at", JsonForm.time());
    body.refuse(
        "settings",
        "is replaced by PUT /api/projects/{id}/settings alone",
        "PUT /api/projects/{id}/settings with If-Match");
    body.requireValid();
    boolean expiryNamed = expires.isPresent() || body.isNull("expires_at");
    return new Change(
        name,
        plan,
        daily,
        total,
        expiryNamed ? Optional.of(new Expiry(expires)) : Optional.empty());
  }
}
