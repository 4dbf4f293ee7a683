/** Who did what that others may ask about later: entries that are written once. */
package io.trafficgen.domain.audit;
