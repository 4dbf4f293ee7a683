/** The price curve: quote, inverse and next tier. Who pays, and from what, is {@code billing}. */
package io.trafficgen.domain.pricing;
