/**
 * The way through an operator's proxy: the sockets, the two protocols, the health check. Which exit
 * a visit takes is the domain's; which addresses may be asked for is judged before, in the parent
 * package.
 */
package io.trafficgen.engine.exit;
