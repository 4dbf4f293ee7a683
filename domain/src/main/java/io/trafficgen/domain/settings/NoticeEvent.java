package io.trafficgen.domain.settings;

/** What {@code qa.notify} can tell of. */
public enum NoticeEvent {
  STARTED,
  STOPPED,
  COMPLETED,
  NO_FUNDS,
  UNVERIFIED,
  UNHEALTHY,
  KILLED
}
