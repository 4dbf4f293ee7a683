package io.trafficgen.domain.affiliate;

import java.util.Optional;
import java.util.UUID;

/**
 * An earning and what became of it.
 *
 * @param payout the payout that it is in, or was paid by
 * @param credit the statement row that credited it to the affiliate's balance
 */
public record TrackedEarning(Earning earning, Optional<UUID> payout, Optional<UUID> credit) {}
