/** A project: its settings, limits and status. What its visits do is {@code visit}. */
package io.trafficgen.domain.project;
