package io.trafficgen.domain.settings;

/** How the inner pages of a visit are drawn from {@code innerUrls}. */
public enum UrlVisitOrder {
  /** In the order of the list, from its start. */
  SEQUENTIAL,
  /** Each page any of the list. */
  RANDOM
}
