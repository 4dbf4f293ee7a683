package io.trafficgen.application.fake;

import io.trafficgen.application.contract.TurnedOutContract;

class InMemoryTurnedOutTest extends AccountPorts implements TurnedOutContract {}
