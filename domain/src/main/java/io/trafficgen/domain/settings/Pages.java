package io.trafficgen.domain.settings;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which pages a visit opens, how many, and for how long.
 *
 * @param entryUrls at least one; http or https, with a host
 * @param exitUrls the last page is one of these; empty for no exit page
 * @param innerUrlCount pages between entry and exit, 0 to 10, where no {@code perVisit} is given
 * @param perVisit pages in all; empty for 1, {@code innerUrlCount} and an exit page
 * @param bounceRate percent of the visits that end after the entry page
 */
public record Pages(
    List<URI> entryUrls,
    List<URI> innerUrls,
    List<URI> exitUrls,
    int innerUrlCount,
    Optional<PageRange> perVisit,
    UrlVisitOrder order,
    int bounceRate,
    Dwell dwell) {
  public Pages {
    entryUrls = List.copyOf(entryUrls);
    innerUrls = List.copyOf(innerUrls);
    exitUrls = List.copyOf(exitUrls);
    Objects.requireNonNull(perVisit, "perVisit");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(dwell, "dwell");
  }

  /** Where a visit may go after its entry page. */
  public List<URI> onward() {
    return Stream.of(
            opensInner() ? innerUrls : List.<URI>of(), opensExit() ? exitUrls : List.<URI>of())
        .flatMap(List::stream)
        .toList();
  }

  /** Whether visits come to inner pages, if there are any. */
  boolean opensInner() {
    return most() > 1 + exits();
  }

  /** Whether visits come to an exit page, if there is any. */
  boolean opensExit() {
    return most() > 1;
  }

  private int most() {
    return bounceRate == 100 ? 1 : perVisit.map(PageRange::max).orElse(1 + innerUrlCount + exits());
  }

  private int exits() {
    return exitUrls.isEmpty() ? 0 : 1;
  }

  static Pages read(FieldReader fields, FieldReader qa) {
    return new Pages(
        fields.require("entryUrls", UrlList.EXAMPLE, UrlList::parse).orElse(List.of()),
        fields.read("innerUrls", List.of(), UrlList::parse),
        fields.read("exitUrls", List.of(), UrlList::parse),
        fields.read("innerUrlCount", 0, new WholeNumber(0, 10)),
        qa.find("pagesPerVisit", PageRange::parse),
        fields.read("urlVisitOrder", UrlVisitOrder.SEQUENTIAL, new Choice<>(UrlVisitOrder.class)),
        fields.read("bounceRate", 0, WholeNumber.PERCENT),
        Dwell.read(fields, qa));
  }
}
