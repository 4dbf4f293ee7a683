package io.trafficgen.domain.visit;

/** Kind of device that a visit shows to the site. */
public enum Device {
  DESKTOP,
  MOBILE,
  TABLET
}
