/**
 * Payment providers, one class each: how it signs its deliveries and what they say. Booking the
 * money is the ledger's business.
 */
package io.trafficgen.web.payments;
