package io.trafficgen.domain.visit;

import io.trafficgen.domain.settings.Campaign;
import io.trafficgen.domain.settings.Country;
import io.trafficgen.domain.settings.Dwell;
import io.trafficgen.domain.settings.ProjectSettings;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What one visit does (plan, section 4 A). The same settings, start and random numbers give the
 * same plan on every machine.
 *
 * @param country where the visit shall come from; empty for anywhere
 * @param returning whether it comes back with a jar of cookies that an earlier visit left
 * @param referer where it would come from; sent only if it lies on a host that the account has
 *     verified, which the plan cannot know
 * @param steps the entry page and what follows, at least one
 * @param language value of Accept-Language
 * @param script whether scripts and style sheets run
 */
public record VisitPlan(
    DeviceProfile device,
    Optional<Country> country,
    boolean returning,
    Optional<URI> referer,
    List<PlannedStep> steps,
    String language,
    boolean script) {
  public VisitPlan {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(referer, "referer");
    Objects.requireNonNull(language, "language");
    steps = List.copyOf(steps);
    if (steps.isEmpty() || !(steps.getFirst() instanceof PlannedPage)) {
      throw new IllegalArgumentException("a visit has an entry page");
    }
  }

  /** The pages that it names, without the clicks between them. */
  public List<PlannedPage> pages() {
    return steps.stream()
        .filter(PlannedPage.class::isInstance)
        .map(PlannedPage.class::cast)
        .toList();
  }

  /** The next visit, to the pages that the owner wrote down. */
  public static VisitPlan next(ProjectSettings settings, Instant startsAt, RandomGenerator random) {
    return next(settings, PageChoice.written(settings.pages()), startsAt, random);
  }

  /**
   * The next visit.
   *
   * @param choice the pages that may be visited now, at least one of them an entry
   */
  public static VisitPlan next(
      ProjectSettings settings, PageChoice choice, Instant startsAt, RandomGenerator random) {
    if (choice.entries().isEmpty()) {
      throw new IllegalArgumentException("a visit needs an entry URL");
    }
    Draw draw = new Draw(random);
    Campaign campaign = settings.campaign();
    DeviceProfile device = draw.device(settings.deviceMix());
    Optional<Country> country = draw.country(settings.routing().geoTargets());
    boolean returning = draw.happens(settings.browsing().returning());
    List<PlannedStep> steps = steps(settings, choice, draw);
    // Last, so that words and addresses which nobody gets to see change nothing else.
    String keyword = any(campaign.keywords(), draw).orElse("");
    Optional<URI> referer = any(campaign.referralUrls(), draw);
    UtmTags tags = UtmTags.of(campaign, device.device(), startsAt, keyword);
    steps.replaceAll(step ->
        step instanceof PlannedPage page
            ? new PlannedPage(tags.on(page.url()), page.found(), page.dwell())
            : step);
    return new VisitPlan(
        device,
        country,
        returning,
        referer,
        steps,
        settings.browsing().acceptLanguage(),
        !settings.browsing().minimizeCpu());
  }

  /** The pages as the owner wrote them, and the clicks. */
  private static List<PlannedStep> steps(ProjectSettings settings, PageChoice choice, Draw draw) {
    Dwell dwell = settings.pages().dwell();
    List<PlannedStep> steps = new ArrayList<>();
    for (Optional<URI> place : PageCourse.next(settings, choice, draw)) {
      steps.add(
          place
              .<PlannedStep>map(
                  url -> new PlannedPage(url, choice.found().contains(url), draw.dwell(dwell)))
              .orElseGet(() -> new PlannedClick(draw.share(), draw.dwell(dwell))));
    }
    return steps;
  }

  private static <T> Optional<T> any(List<T> choices, Draw draw) {
    return choices.isEmpty() ? Optional.empty() : Optional.of(draw.oneOf(choices));
  }
}
