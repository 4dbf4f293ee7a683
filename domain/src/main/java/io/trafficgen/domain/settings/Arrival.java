package io.trafficgen.domain.settings;

/** How the visits of a time span are spread over it. */
public enum Arrival {
  EVEN,
  POISSON,
  REALISTIC
}
