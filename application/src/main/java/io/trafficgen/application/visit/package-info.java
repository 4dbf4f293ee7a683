/**
 * The engine's steps (engine page, 4.2): pacing projects, running grants, the course of one visit.
 * How many visits are due and what each does is the domain's; loading a page is the driver's.
 */
package io.trafficgen.application.visit;
