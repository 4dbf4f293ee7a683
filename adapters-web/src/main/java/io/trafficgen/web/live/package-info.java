/**
 * The live pulse: a ring of recent events in memory, and the event streams that show it to browsers
 * and programs. What an event is belongs to {@code io.trafficgen.domain.visit}.
 */
package io.trafficgen.web.live;
