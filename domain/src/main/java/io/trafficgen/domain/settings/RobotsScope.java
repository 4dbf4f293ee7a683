package io.trafficgen.domain.settings;

/** {@code qa.respectRobots}: which pages the site's robots.txt (RFC 9309) is asked about. */
public enum RobotsScope {
  /** Those found by crawling or clicking; what the owner wrote down is visited. */
  DISCOVERED,
  /** Every page, the written ones included. */
  ALL
}
