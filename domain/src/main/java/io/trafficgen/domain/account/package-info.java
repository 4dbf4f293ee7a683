/** Who uses the service: identity, role, profile. Money is {@code billing}'s. */
package io.trafficgen.domain.account;
