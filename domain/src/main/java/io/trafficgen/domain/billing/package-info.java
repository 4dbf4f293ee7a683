/**
 * Money of an account: lots, holds, the double-entry ledger and the statement. Prices stand in
 * {@code pricing}, commissions in {@code affiliate}.
 */
package io.trafficgen.domain.billing;
