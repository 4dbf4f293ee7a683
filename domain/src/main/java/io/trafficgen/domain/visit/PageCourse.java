package io.trafficgen.domain.visit;

import io.trafficgen.domain.settings.Pages;
import io.trafficgen.domain.settings.ProjectSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way of one visit through its pages: entry page, inner pages, clicks, exit page. */
final class PageCourse {
  private PageCourse() {}

  /**
   * URLs as they stand in {@code choice}, at least one, and an empty place for each click; a visit
   * that bounces has no second page.
   */
  static List<Optional<URI>> next(ProjectSettings settings, PageChoice choice, Draw draw) {
    Pages pages = settings.pages();
    List<Optional<URI>> course = new ArrayList<>();
    boolean bounced = draw.happens(pages.bounceRate());
    course.add(Optional.of(draw.oneOf(choice.entries())));
    if (bounced) {
      return course;
    }
    int exits = choice.exits().isEmpty() ? 0 : 1;
    int count = pages.perVisit().map(draw::pages).orElse(1 + pages.innerUrlCount() + exits);
    int clicks = clicks(settings, count - 1 - exits);
    int inner = pages.perVisit().isPresent() ? count - 1 - exits - clicks : pages.innerUrlCount();
    if (!choice.inner().isEmpty()) {
      for (int i = 0; i < inner; i++) {
        course.add(Optional.of(inner(pages, choice.inner(), i, draw)));
      }
    }
    for (int i = 0; i < clicks; i++) {
      course.add(Optional.empty());
    }
    if (exits == 1 && count > 1) {
      course.add(Optional.of(draw.oneOf(choice.exits())));
    }
    return course;
  }

  /** How many pages a visit has that wants {@code count} of them and does not bounce. */
  static int length(ProjectSettings settings, int count) {
    Pages pages = settings.pages();
    int exits = pages.exitUrls().isEmpty() || count == 1 ? 0 : 1;
    int between = count - 1 - exits;
    int clicks = clicks(settings, between);
    int inner = pages.perVisit().isPresent() ? between - clicks : between;
    return 1 + exits + clicks + (pages.innerUrls().isEmpty() ? 0 : inner);
  }

  /** Clicks come after the inner pages; {@code qa.pagesPerVisit} counts them too. */
  private static int clicks(ProjectSettings settings, int between) {
    int wanted = settings.discovery().clicks();
    return settings.pages().perVisit().isPresent() ? Math.clamp(between, 0, wanted) : wanted;
  }

  private static URI inner(Pages pages, List<URI> urls, int index, Draw draw) {
    return switch (pages.order()) {
      case SEQUENTIAL -> urls.get(index % urls.size());
      case RANDOM -> draw.oneOf(urls);
    };
  }
}
