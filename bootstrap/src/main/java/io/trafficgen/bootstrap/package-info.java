/**
 * The object graph, the configuration, every timer and the only reader of ambient time, chance and
 * environment. No rule of the business belongs here.
 */
package io.trafficgen.bootstrap;
