package io.trafficgen.domain.visit;

import io.trafficgen.domain.settings.Campaign;
import io.trafficgen.domain.settings.Country;
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
 * @param pages the entry page and what follows, at least one
 * @param language value of Accept-Language
 * @param script whether scripts and style sheets run
 */
public record VisitPlan(
    DeviceProfile device,
    Optional<Country> country,
    boolean returning,
    Optional<URI> referer,
    List<PlannedPage> pages,
    String language,
    boolean script) {
  public VisitPlan {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(referer, "referer");
    Objects.requireNonNull(language, "language");
    pages = List.copyOf(pages);
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("a visit has an entry page");
    }
  }

  /** The next visit, entering at any entry URL of the settings. */
  public static VisitPlan next(ProjectSettings settings, Instant startsAt, RandomGenerator random) {
    return next(settings, settings.entryUrls(), startsAt, random);
  }

  /**
   * The next visit, entering at one of {@code entryUrls}: those of the settings' own that may be
   * visited now, at least one.
   */
  public static VisitPlan next(
      ProjectSettings settings, List<URI> entryUrls, Instant startsAt, RandomGenerator random) {
    if (entryUrls.isEmpty()) {
      throw new IllegalArgumentException("a visit needs an entry URL");
    }
    Draw draw = new Draw(random);
    Campaign campaign = settings.campaign();
    DeviceProfile device = draw.device(settings.deviceMix());
    Optional<Country> country = draw.country(settings.routing().geoTargets());
    boolean returning = draw.happens(settings.browsing().returning());
    Optional<URI> referer = any(campaign.referralUrls(), draw);
    UtmTags tags =
        UtmTags.of(campaign, device.device(), startsAt, any(campaign.keywords(), draw).orElse(""));
    List<PlannedPage> pages = new ArrayList<>();
    for (URI url : PageCourse.next(settings.pages(), entryUrls, draw)) {
      pages.add(new PlannedPage(tags.on(url), draw.dwell(settings.pages().dwell())));
    }
    return new VisitPlan(
        device,
        country,
        returning,
        referer,
        pages,
        settings.browsing().acceptLanguage(),
        !settings.browsing().minimizeCpu());
  }

  private static <T> Optional<T> any(List<T> choices, Draw draw) {
    return choices.isEmpty() ? Optional.empty() : Optional.of(draw.oneOf(choices));
  }
}
