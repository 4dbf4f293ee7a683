package io.trafficgen.persistence;

import io.trafficgen.application.contract.CountedVisitsContract;

class PostgresCountedVisitsTest extends PostgresPorts implements CountedVisitsContract {}
