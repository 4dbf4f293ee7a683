/** Watching visits as they happen. */
package io.trafficgen.application.live;
