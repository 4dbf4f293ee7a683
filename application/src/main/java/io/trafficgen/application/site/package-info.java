/** Hosts that an account wants visited, and the proof that it controls them. */
package io.trafficgen.application.site;
