package io.trafficgen.persistence;

import io.trafficgen.application.contract.BudgetsRaceContract;

class PostgresBudgetsRaceTest extends PostgresPorts implements BudgetsRaceContract {}
