/**
 * Visits: which are due ({@code Pace}), how that goes on ({@code Forecast}), what each one does
 * ({@code VisitPlan}), how they are granted and how they end. Everything replays from a seed;
 * loading pages belongs to an adapter.
 */
package io.trafficgen.domain.visit;
