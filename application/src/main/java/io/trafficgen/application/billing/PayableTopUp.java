package io.trafficgen.application.billing;

import io.trafficgen.domain.billing.TopUp;
import java.util.Optional;

/** An intent, and where to pay it. */
public record PayableTopUp(TopUp topUp, Optional<String> payUrl) {}
