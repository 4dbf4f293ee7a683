package io.trafficgen.application.fake;

import io.trafficgen.application.contract.AccountChangesContract;

class InMemoryAccountChangesTest extends AccountPorts implements AccountChangesContract {}
