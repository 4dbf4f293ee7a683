package io.trafficgen.persistence;

import io.trafficgen.application.contract.EarningCreditsContract;
import io.trafficgen.application.contract.EarningsContract;

class PostgresEarningsTest extends PostgresPorts
    implements EarningsContract, EarningCreditsContract {}
