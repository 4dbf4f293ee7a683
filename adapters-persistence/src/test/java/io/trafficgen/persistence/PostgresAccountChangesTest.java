package io.trafficgen.persistence;

import io.trafficgen.application.contract.AccountChangesContract;

class PostgresAccountChangesTest extends PostgresPorts implements AccountChangesContract {}
