/** Stories of real users against the real program: a process of its own, HTTP, a loopback site. */
package io.trafficgen.bootstrap.journey;
