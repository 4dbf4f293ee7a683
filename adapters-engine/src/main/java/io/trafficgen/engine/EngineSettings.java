package io.trafficgen.engine;

import io.trafficgen.domain.site.EgressPolicy;

/** What every load shares: who we are, where we may go, what it may cost. */
public record EngineSettings(BotIdentity identity, EgressPolicy policy, EngineBounds bounds) {}
