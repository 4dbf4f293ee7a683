/**
 * Payment providers: how each signs its deliveries, what they say, and where the truth is asked
 * from. Booking the money is the ledger's business.
 */
package io.trafficgen.web.payments;
