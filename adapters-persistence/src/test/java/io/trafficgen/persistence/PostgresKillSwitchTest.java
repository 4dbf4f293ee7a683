package io.trafficgen.persistence;

import io.trafficgen.application.contract.KillSwitchContract;

class PostgresKillSwitchTest extends PostgresPorts implements KillSwitchContract {}
