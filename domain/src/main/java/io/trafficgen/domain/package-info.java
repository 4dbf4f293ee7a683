/**
 * The business itself, as pure values and functions: no I/O, no clock, no randomness of its own.
 * Here stands only what every feature shares; each feature has a package.
 */
package io.trafficgen.domain;
