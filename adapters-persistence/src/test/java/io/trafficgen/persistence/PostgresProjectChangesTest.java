package io.trafficgen.persistence;

import io.trafficgen.application.contract.ChangedLimitsContract;
import io.trafficgen.application.contract.ProjectChangesContract;

class PostgresProjectChangesTest extends PostgresPorts
    implements ProjectChangesContract, ChangedLimitsContract {}
