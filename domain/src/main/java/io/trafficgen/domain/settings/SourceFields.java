package io.trafficgen.domain.settings;

import static io.trafficgen.domain.settings.FieldRule.honoured;
import static io.trafficgen.domain.settings.FieldRule.ignored;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of the product page that say where a visit comes from. */
final class SourceFields {
  static final List<FieldRule> RULES =
      Stream.of(exits().stream(), utm(), referrers().stream()).flatMap(rows -> rows).toList();

  private SourceFields() {}

  private static List<FieldRule> exits() {
    return List.of(
        honoured("geoTargets", settings -> settings.routing().geoTargets())
            .limited(EffectiveCase::namesPlaces, "by country; state and city are not acted on")
            .decided(
                project -> !project.given("geoTargets") && project.given("countries"),
                "countries decides"),
        ignored("citiesGeoTargeting", "exits are chosen by country"),
        honoured("countries", settings -> settings.routing().geoTargets())
            .decided(project -> project.given("geoTargets"), "geoTargets wins"),
        honoured("proxyMode", settings -> settings.routing().proxyMode())
            .limited(project -> "the operator's exits only"),
        honoured("customProxies", settings -> settings.routing().customProxies())
            .ignored(
                project ->
                    project.given("customProxies")
                        && project.settings().routing().proxyMode() != ProxyMode.CUSTOM,
                "only with proxyMode custom")
            .limited(
                project -> project.given("customProxies"),
                "names of the operator's exits only, no other proxy"));
  }

  private static Stream<FieldRule> utm() {
    return Campaign.PARAMETERS.entrySet().stream().map(SourceFields::utm);
  }

  private static FieldRule utm(Map.Entry<String, String> field) {
    return honoured(field.getKey(), settings -> text(settings, field.getValue()))
        .limited(
            project ->
                text(project.settings(), field.getValue())
                        .filter(text -> text.contains(Campaign.RANDOM_KEYWORD))
                        .isPresent()
                    && project.settings().campaign().keywords().isEmpty(),
            "there are no keywords to draw from");
  }

  private static Optional<String> text(ProjectSettings settings, String parameter) {
    return Optional.ofNullable(settings.campaign().utm().get(parameter));
  }

  private static List<FieldRule> referrers() {
    return List.of(
        ignored("trafficSource", "no visit claims a source that it does not come from"),
        honoured("keywords", settings -> settings.campaign().keywords())
            .limited(
                project ->
                    project.settings().campaign().asksForKeyword() && project.given("keywords"),
                "for {{random_keyword}} only")
            .ignored(project -> true, "no visit claims to come from a search"),
        honoured("referralUrls", settings -> settings.campaign().referralUrls())
            .limited(
                project -> !project.settings().campaign().referralUrls().isEmpty(),
                "a Referer is sent only from hosts that this account has verified")
            .ignored(project -> true, "no URL from which a Referer could be sent"),
        ignored("socialPlatforms", "no visit claims a source that it does not come from"));
  }
}
