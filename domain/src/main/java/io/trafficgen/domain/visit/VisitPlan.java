package io.trafficgen.domain.visit;

import io.trafficgen.domain.settings.Country;
import io.trafficgen.domain.settings.DeviceMix;
import io.trafficgen.domain.settings.GeoTarget;
import io.trafficgen.domain.settings.ProjectSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What one visit does (plan, section 4 A). The same settings and the same random numbers give the
 * same plan on every machine.
 *
 * @param country where the visit shall come from; empty for anywhere
 * @param pages the entry page and what follows, at least one
 * @param language value of Accept-Language
 * @param script whether scripts and style sheets run
 */
public record VisitPlan(
    DeviceProfile device,
    Optional<Country> country,
    List<PlannedPage> pages,
    String language,
    boolean script) {
  public VisitPlan {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(language, "language");
    pages = List.copyOf(pages);
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("a visit has an entry page");
    }
  }

  /** The next visit, entering at any entry URL of the settings. */
  public static VisitPlan next(ProjectSettings settings, RandomGenerator random) {
    return next(settings, settings.entryUrls(), random);
  }

  /**
   * The next visit, entering at one of {@code entryUrls}: those of the settings' own that may be
   * visited now, at least one.
   */
  public static VisitPlan next(
      ProjectSettings settings, List<URI> entryUrls, RandomGenerator random) {
    if (entryUrls.isEmpty()) {
      throw new IllegalArgumentException("a visit needs an entry URL");
    }
    // Only nextDouble is drawn, since how nextInt(bound) rejects is left to the implementation;
    // and in loops, since streams promise no order of side effects.
    DeviceProfile device = device(settings.deviceMix(), random);
    Optional<Country> country = country(settings.geoTargets(), random);
    boolean bounced = random.nextDouble() < settings.bounceRate() / 100.0;
    List<PlannedPage> pages = new ArrayList<>();
    pages.add(new PlannedPage(oneOf(entryUrls, random), dwell(settings, random)));
    if (!bounced && !settings.innerUrls().isEmpty()) {
      for (int i = 0; i < settings.innerUrlCount(); i++) {
        pages.add(new PlannedPage(innerUrl(settings, i, random), dwell(settings, random)));
      }
    }
    return new VisitPlan(
        device, country, pages, settings.acceptLanguage(), !settings.minimizeCpu());
  }

  private static DeviceProfile device(DeviceMix mix, RandomGenerator random) {
    boolean desktop = random.nextDouble() < mix.desktopPercent() / 100.0;
    return oneOf(DeviceProfiles.of(mix.platforms(), desktop), random);
  }

  private static Optional<Country> country(List<GeoTarget> targets, RandomGenerator random) {
    double rest = random.nextDouble();
    for (GeoTarget target : targets) {
      rest -= target.share();
      if (rest < 0) {
        return Optional.of(target.country());
      }
    }
    // The shares sum to 1 but for rounding: what is left over falls to the last.
    return targets.isEmpty() ? Optional.empty() : Optional.of(targets.getLast().country());
  }

  private static URI innerUrl(ProjectSettings settings, int index, RandomGenerator random) {
    List<URI> urls = settings.innerUrls();
    return switch (settings.urlVisitOrder()) {
      case SEQUENTIAL -> urls.get(index % urls.size());
      case RANDOM -> oneOf(urls, random);
    };
  }

  private static Duration dwell(ProjectSettings settings, RandomGenerator random) {
    double jitter = settings.dwellJitterPercent() / 100.0 * (2 * random.nextDouble() - 1);
    return Duration.ofMillis(Math.round(settings.timeOnPage().toMillis() * (1 + jitter)));
  }

  private static <T> T oneOf(List<T> choices, RandomGenerator random) {
    return choices.get((int) (random.nextDouble() * choices.size()));
  }
}
