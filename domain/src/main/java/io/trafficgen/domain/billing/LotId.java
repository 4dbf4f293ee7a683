package io.trafficgen.domain.billing;

import java.util.UUID;

/** Identity of a lot. */
public record LotId(UUID value) {}
