package io.trafficgen.application.fake;

import io.trafficgen.application.contract.SecondFactorsContract;

class InMemorySecondFactorsTest extends AccountPorts implements SecondFactorsContract {}
