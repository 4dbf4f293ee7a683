/** Amounts and their rounding. What things cost stands in {@code pricing}. */
package io.trafficgen.domain.money;
