package io.trafficgen.persistence;

import io.trafficgen.application.contract.TurnedOutContract;

class PostgresTurnedOutTest extends PostgresPorts implements TurnedOutContract {}
