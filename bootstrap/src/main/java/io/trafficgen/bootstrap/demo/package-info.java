/**
 * The example site, account and project of the demo, a client of the public API like any other; and
 * what stands in for a payment provider, in the demo and in tests.
 */
package io.trafficgen.bootstrap.demo;
