package io.trafficgen.domain.visit;

import io.trafficgen.domain.settings.Pages;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The way of one visit through the owner's URLs: entry page, inner pages, exit page. */
final class PageCourse {
  private PageCourse() {}

  /**
   * URLs as the owner wrote them, at least one; a visit that bounces has no second.
   *
   * @param entryUrls where it may begin now
   */
  static List<URI> next(Pages pages, List<URI> entryUrls, Draw draw) {
    List<URI> course = new ArrayList<>();
    boolean bounced = draw.happens(pages.bounceRate());
    course.add(draw.oneOf(entryUrls));
    if (bounced) {
      return course;
    }
    int exits = pages.exitUrls().isEmpty() ? 0 : 1;
    int count = pages.perVisit().map(draw::pages).orElse(1 + pages.innerUrlCount() + exits);
    if (!pages.innerUrls().isEmpty()) {
      for (int i = 0; i < count - 1 - exits; i++) {
        course.add(inner(pages, i, draw));
      }
    }
    if (exits == 1 && count > 1) {
      course.add(draw.oneOf(pages.exitUrls()));
    }
    return course;
  }

  /** How many pages a visit has that wants {@code count} of them and does not bounce. */
  static int length(Pages pages, int count) {
    int exits = pages.exitUrls().isEmpty() || count == 1 ? 0 : 1;
    return 1 + exits + (pages.innerUrls().isEmpty() ? 0 : count - 1 - exits);
  }

  private static URI inner(Pages pages, int index, Draw draw) {
    List<URI> urls = pages.innerUrls();
    return switch (pages.order()) {
      case SEQUENTIAL -> urls.get(index % urls.size());
      case RANDOM -> draw.oneOf(urls);
    };
  }
}
