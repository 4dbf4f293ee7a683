/**
 * Load runs beside a peer in the same run (performance page): programs with a {@code main}, no
 * tests. A figure counts as a ratio to its peer only.
 */
package io.trafficgen.bootstrap.benchmark;
