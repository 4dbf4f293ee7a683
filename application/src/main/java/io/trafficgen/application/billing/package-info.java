/** Prices, payments in, and what an account owns. */
package io.trafficgen.application.billing;
