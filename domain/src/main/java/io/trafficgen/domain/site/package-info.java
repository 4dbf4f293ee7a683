/**
 * Sites: which host a URI belongs to, how its owner proves control of it, and where TrafficGen may
 * connect at all. Pure rules; fetching a proof and resolving a name belong to adapters.
 */
package io.trafficgen.domain.site;
