/**
 * Exits: where visits leave this installation from. What an operator configures and how a visit
 * picks among them belong here; dialling and health checks do not.
 */
package io.trafficgen.domain.exit;
