/**
 * What the system does: a package for each feature, holding its use cases. Here stand only the
 * refusals that several of them share.
 */
package io.trafficgen.application;
