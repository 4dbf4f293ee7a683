package io.trafficgen.domain.visit;

/** Browser family of a {@link DeviceProfile}. */
public enum Browser {
  CHROME,
  FIREFOX,
  SAFARI,
  EDGE
}
