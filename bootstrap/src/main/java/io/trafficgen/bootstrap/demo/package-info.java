/** The example site, account and project of the demo; a client of the public API like any other. */
package io.trafficgen.bootstrap.demo;
