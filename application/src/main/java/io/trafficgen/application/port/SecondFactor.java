package io.trafficgen.application.port;

import io.trafficgen.domain.account.TotpSecret;

/**
 * The one-time passwords of an account.
 *
 * @param on confirmed with a code; before that nobody is asked for one
 * @param lastStep the step whose code was used last
 */
public record SecondFactor(TotpSecret secret, boolean on, long lastStep) {}
