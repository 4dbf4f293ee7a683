/**
 * HTTP message signatures (RFC 9421) for requests and for the key directory, as Web Bot Auth asks
 * for them. Which requests are signed is said elsewhere.
 */
package io.trafficgen.engine.signature;
