/** What the core needs from outside: interfaces, and the records that cross them. No logic. */
package io.trafficgen.application.port;
