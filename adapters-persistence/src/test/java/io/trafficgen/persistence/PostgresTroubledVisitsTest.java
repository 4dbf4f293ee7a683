package io.trafficgen.persistence;

import io.trafficgen.application.contract.HostPausesContract;
import io.trafficgen.application.contract.TroubledVisitsContract;

class PostgresTroubledVisitsTest extends PostgresPorts
    implements TroubledVisitsContract, HostPausesContract {}
