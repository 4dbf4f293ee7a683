package io.trafficgen.application.fake;

import io.trafficgen.application.contract.AccountsContract;

class InMemoryAccountsTest extends AccountPorts implements AccountsContract {}
