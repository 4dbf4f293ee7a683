package io.trafficgen.domain.settings;

/** What becomes of a field of the settings. */
public enum Treatment {
  /** It does what it says. */
  HONOURED,
  /** It does part of what it says; the reason tells which. */
  LIMITED,
  /** It is stored and returned, and never acted on. */
  IGNORED
}
