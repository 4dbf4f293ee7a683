package io.trafficgen.domain.settings;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * The settings that a project runs with: every field of the product page, 1.3, that is acted on,
 * with its default when absent, null or blank. Other fields are not looked at; they live on in the
 * {@link SettingsDocument}. {@link EffectivePlan} tells an owner what became of each.
 *
 * @param trafficSpeed 0 to 100
 * @param timezone where the project's days begin
 */
public record ProjectSettings(
    int trafficSpeed,
    ZoneId timezone,
    Pacing pacing,
    DeviceMix deviceMix,
    Routing routing,
    Pages pages,
    Discovery discovery,
    Campaign campaign,
    Browsing browsing,
    Supervision supervision) {
  public ProjectSettings {
    Objects.requireNonNull(timezone, "timezone");
    Objects.requireNonNull(pacing, "pacing");
    Objects.requireNonNull(deviceMix, "deviceMix");
    Objects.requireNonNull(routing, "routing");
    Objects.requireNonNull(pages, "pages");
    Objects.requireNonNull(discovery, "discovery");
    Objects.requireNonNull(campaign, "campaign");
    Objects.requireNonNull(browsing, "browsing");
    Objects.requireNonNull(supervision, "supervision");
  }

  /**
   * The view a project starts with.
   *
   * @throws io.trafficgen.domain.InvalidValueException with every problem of the known fields;
   *     pointers are relative to the settings object
   */
  public static ProjectSettings parse(SettingsDocument document) {
    return read(FieldReader.of(document.root()));
  }

  static ProjectSettings read(FieldReader fields) {
    FieldReader qa = fields.object("qa");
    qa.read("schemaVersion", 1, new WholeNumber(QaFields.SCHEMA_VERSION, QaFields.SCHEMA_VERSION));
    ZoneId zone = fields.read("timezone", ZoneOffset.UTC, ProjectTimeZone::parse);
    ProjectSettings settings =
        new ProjectSettings(
            fields.read("trafficSpeed", 100, WholeNumber.PERCENT),
            zone,
            Pacing.read(fields, qa, zone),
            DeviceMix.read(fields),
            Routing.read(fields, qa),
            Pages.read(fields, qa),
            Discovery.read(fields, qa),
            Campaign.read(fields),
            Browsing.read(fields, qa),
            Supervision.read(fields, qa));
    fields.finish();
    return settings;
  }

  /** Visits under way at once: linear in the speed (plan, section 4 A), rounded up; 0 is paused. */
  public int concurrency() {
    return Math.ceilDiv(trafficSpeed * pacing.maxConcurrent(), 100);
  }

  /** Where visits may begin, at least one. */
  public List<URI> entryUrls() {
    return pages.entryUrls();
  }
}
