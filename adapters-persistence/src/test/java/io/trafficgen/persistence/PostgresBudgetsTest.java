package io.trafficgen.persistence;

import io.trafficgen.application.contract.BudgetsContract;

class PostgresBudgetsTest extends PostgresPorts implements BudgetsContract {}
