package io.trafficgen.domain.settings;

/** How the inner pages of a visit are drawn from {@code innerUrls}. */
public enum UrlVisitOrder {
  /** In the order of the list, from its start, and again from its start if it is too short. */
  SEQUENTIAL,
  /** Each page any of the list. */
  RANDOM
}
