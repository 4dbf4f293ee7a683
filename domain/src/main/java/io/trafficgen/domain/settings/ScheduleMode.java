package io.trafficgen.domain.settings;

/** {@code scheduleMode}: whether visits come all day long, or all together. */
enum ScheduleMode {
  CONTINUOUS,
  BURST
}
