/** Ports in memory, just enough to drive the real use cases over a real server. */
package io.trafficgen.web.fake;
