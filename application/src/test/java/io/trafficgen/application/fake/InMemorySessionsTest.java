package io.trafficgen.application.fake;

import io.trafficgen.application.contract.SessionsContract;

class InMemorySessionsTest extends AccountPorts implements SessionsContract {}
