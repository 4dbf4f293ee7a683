package io.trafficgen.domain.settings;

/** {@code qa.stopOn.onRetryAfter}: what the project does when a site asks for a pause. */
public enum RetryAfterRule {
  PAUSE,
  STOP
}
